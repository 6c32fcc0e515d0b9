import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constant, culpritsOf, type Formula, forcible, formulas } from '../../../sigma/logic/repairs.ts'
import { fc } from '../../fast-check.ts'

/** A shape, and what its parts answer now and when forced. */
type Shape =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'all' | 'any'; readonly children: readonly Shape[] }
  | { readonly kind: 'not'; readonly child: Shape }

const parts = ['a', 'b', 'c', 'd', 'e'] as const

/** Formulas whose parts answer alike wherever they stand, as those of real conditions do for whole identifiers. */
const cases: fc.Arbitrary<Case> = fc.record({
  now: fc.record(Object.fromEntries(parts.map((part) => [part, fc.boolean()]))),
  forced: fc.record(Object.fromEntries(parts.map((part) => [part, fc.boolean()]))),
  shape: fc.letrec<{ node: Shape }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...parts).map((part): Shape => ({ kind: 'part', part })),
      fc.boolean().map((value): Shape => ({ kind: 'constant', value })),
      tie('node').map((child): Shape => ({ kind: 'not', child })),
      fc
        .tuple(fc.constantFrom('all', 'any'), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
        .map(([kind, children]): Shape => ({ kind: kind === 'all' ? 'all' : 'any', children })),
    ),
  })).node,
})

interface Case {
  readonly now: Readonly<Record<string, boolean>>
  readonly forced: Readonly<Record<string, boolean>>
  readonly shape: Shape
}

function formulaOf(shape: Shape, { now, forced }: Omit<Case, 'shape'>): Formula {
  const of = (each: Shape): Formula => formulaOf(each, { now, forced })
  switch (shape.kind) {
    case 'constant':
      return constant(shape.value)
    case 'part':
      return forcible(shape.part, now[shape.part] ?? false, forced[shape.part] ?? false)
    case 'not':
      return formulas.not(of(shape.child))
    case 'all':
    case 'any':
      return formulas[shape.kind](shape.children.map(of))
  }
}

/** The value by the shape alone. */
function valueWhen(shape: Shape, { now, forced }: Omit<Case, 'shape'>, parts: ReadonlySet<string>): boolean {
  const of = (each: Shape): boolean => valueWhen(each, { now, forced }, parts)
  switch (shape.kind) {
    case 'constant':
      return shape.value
    case 'part':
      return (parts.has(shape.part) ? forced : now)[shape.part] ?? false
    case 'not':
      return !of(shape.child)
    case 'all':
      return shape.children.every(of)
    case 'any':
      return shape.children.some(of)
  }
}

/** The definition, word for word: the union of the inclusion-minimal sets of parts that repair. */
function culpritsByDefinition({ shape, ...answers }: Case): readonly string[] {
  const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, i) => (bits >> i) & 1))
  const repairs = subsets.filter((subset) => valueWhen(shape, answers, new Set(subset)))
  const minimal = repairs.filter(
    (repair) => !repairs.some((other) => other.length < repair.length && other.every((part) => repair.includes(part))),
  )
  return [...new Set(minimal.flat())].sort()
}

test('culprits are the union of all minimal repairs', () => {
  fc.assert(
    fc.property(cases, (each) => {
      assert.deepEqual(culpritsOf(formulaOf(each.shape, each)), culpritsByDefinition(each))
    }),
    { numRuns: 3_000 },
  )
})

test('a formula with more repairs than can be listed still names every part in the way', () => {
  const anyOf = (prefix: string): Formula =>
    formulas.any(Array.from({ length: 40 }, (_, index) => forcible(`${prefix}${index}`, false, true)))
  const formula = formulas.all([anyOf('a'), anyOf('b'), anyOf('c'), anyOf('a')])
  assert.equal(culpritsOf(formula).length, 120)
})
