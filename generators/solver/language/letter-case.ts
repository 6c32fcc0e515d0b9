import { fold } from '../../../sigma/index.ts'
import { type CodePoints, codePoints, pointOf, type Range } from './code-points.ts'

/** Beyond this code point no character has another letter case. */
const lastCased = 0x1ffff

/** The characters that a comparison of Sigma takes for this one: all that fold to what it folds to (semantics 3.2). */
export function alikeInSigma(char: string): CodePoints {
  return alike(char, fold, sigmaTable)
}

/** The characters that an expression which ignores case takes for this one: simple case folding of Unicode. */
export function alikeInExpression(char: string): CodePoints {
  const same = new RegExp(`^\\u{${pointOf(char).toString(16)}}$`, 'iu')
  const found = alike(char, simpleFold, expressionTable)
  const points = found.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step))
  const confirmed = points.filter((point) => same.test(String.fromCodePoint(point)))
  return codePoints(...[pointOf(char), ...confirmed].map((point): Range => [point, point]))
}

type FoldTable = ReadonlyMap<string, readonly number[]>

function alike(char: string, folded: (char: string) => string, table: () => FoldTable): CodePoints {
  const target = folded(char)
  const others = table().get(target) ?? []
  const own = folded(target) === target ? [pointOf(target)] : []
  return codePoints(...[...own, ...others].map((point): Range => [point, point]))
}

/** Full folding of what has one code point in either case; the Turkish dotless i alone is not an i. */
function simpleFold(char: string): string {
  const upper = char.toUpperCase()
  const lower = ([...upper].length === 1 ? upper : char).toLowerCase()
  return [...lower].length === 1 ? lower : char
}

function tableOf(folded: (char: string) => string): () => FoldTable {
  let table: Map<string, number[]> | null = null
  return () => {
    if (table !== null) return table
    table = new Map()
    for (let point = 0; point <= lastCased; point += 1) {
      if (point === 0xd800) point = 0xe000
      const char = String.fromCodePoint(point)
      const target = folded(char)
      if (target === char) continue
      const known = table.get(target)
      if (known === undefined) table.set(target, [point])
      else known.push(point)
    }
    return table
  }
}

const sigmaTable = tableOf(fold)
const expressionTable = tableOf(simpleFold)
