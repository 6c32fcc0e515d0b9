import { anyCodePoint, type CodePoints } from './code-points.ts'
import type { Shape, TextEdge } from './shape.ts'

/** One step of a program that reads a text from left to right; the numbers are places in the program. */
export type Instruction =
  | { readonly kind: 'read'; readonly of: CodePoints; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'edge'; readonly edge: TextEdge; readonly next: number }
  | { readonly kind: 'accept' }

/** A shape as a program with many states at once (Thompson's construction). */
export interface MachineProgram {
  readonly instructions: readonly Instruction[]
  readonly start: number
  /** Reached here, every rest of the text is accepted. */
  readonly open: ReadonlySet<number>
}

/** The shape's program; null where it would take more instructions than this. */
export function programOf(shape: Shape, limit: number): MachineProgram | null {
  // Built from the end, so that what follows is known.
  const instructions: Instruction[] = [{ kind: 'accept' }]
  const open = new Set<number>()

  function add(instruction: Instruction): number {
    instructions.push(instruction)
    return instructions.length - 1
  }

  function build(each: Shape, next: number): number {
    if (instructions.length > limit) return next
    switch (each.kind) {
      case 'one':
        return add({ kind: 'read', of: each.of, next })
      case 'edge':
        return add({ kind: 'edge', edge: each.edge, next })
      case 'sequence':
        return each.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice': {
        const starts = each.options.map((option) => build(option, next))
        const [only, ...others] = starts
        return only !== undefined && others.length === 0 ? only : add({ kind: 'fork', next: starts })
      }
      case 'repeat':
        return each.most === null
          ? endless(each.part, each.least, next)
          : atMost(each.part, each.least, each.most, next)
    }
  }

  function endless(part: Shape, least: number, next: number): number {
    const loop = add({ kind: 'fork', next: [] })
    const again = build(part, loop)
    instructions[loop] = { kind: 'fork', next: [again, next] }
    if (next === 0 && part.kind === 'one' && part.of === anyCodePoint) open.add(loop)
    return times(part, least, loop)
  }

  function atMost(part: Shape, least: number, most: number, next: number): number {
    let start = next
    for (let more = least; more < most && instructions.length <= limit; more += 1) {
      start = add({ kind: 'fork', next: [build(part, start), next] })
    }
    return times(part, least, start)
  }

  function times(part: Shape, count: number, next: number): number {
    let start = next
    for (let step = 0; step < count && instructions.length <= limit; step += 1) start = build(part, start)
    return start
  }

  const start = build(shape, 0)
  return instructions.length > limit ? null : { instructions, start, open }
}
