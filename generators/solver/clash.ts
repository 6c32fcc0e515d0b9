import {
  fold,
  type Json,
  type Leaf,
  leafMatches,
  matchesPattern,
  type NodeId,
  type Pattern,
} from '../../sigma/index.ts'
import type { World } from './goal.ts'

/** Two leaves that no value of their field can satisfy together, with the world in which that is proved. */
export interface Clash {
  readonly nodes: readonly [NodeId, NodeId]
  readonly world: World
  readonly reason: string
}

/**
 * Proves that two leaves cannot both match one value of their field, or says nothing (null). World `source`: an array
 * could hold a member for each, but no Windows event has one.
 */
export function clashOfMatches(left: Leaf, right: Leaf): Clash | null {
  if (isProvedApart(left, right) || isProvedApart(right, left)) return clash(left, right, 'source', 'clashes with')
  return null
}

/** Proves that whatever matches the first leaf matches the second, which must not match; or says nothing (null). */
export function clashOfAbsence(must: Leaf, mustNot: Leaf): Clash | null {
  if (must.id === mustNot.id) {
    return {
      nodes: [must.id, must.id],
      world: 'logic',
      reason: `${leafInWords(must)} would have to match and not to match`,
    }
  }
  return implies(must, mustNot) ? clash(must, mustNot, 'logic', 'never matches without') : null
}

/** A leaf in the words of a message: `Image endswith '\a.exe'`. */
export function leafInWords({ field, test, written, modifiers }: Leaf): string {
  const how = test.operator === 'text' ? test.anchor : (modifiers[0] ?? 'equals')
  return `${field ?? 'keyword'} ${how} '${written}'`
}

function clash(left: Leaf, right: Leaf, world: World, verb: string): Clash {
  return { nodes: [left.id, right.id], world, reason: `${leafInWords(left)} ${verb} ${leafInWords(right)}` }
}

function isProvedApart(left: Leaf, right: Leaf): boolean {
  const only = onlyTexts(left, right)
  if (only !== null && ignoresCase(right)) return only.every((text) => !matchesAny(inAnyCase(right), text))
  if (left.test.operator === 'boolean' && right.test.operator === 'boolean') return left.test.value !== right.test.value
  if (left.test.operator === 'null') return !['null', 'exists', 'fieldref'].includes(right.test.operator)
  if (left.test.operator !== 'text' || right.test.operator !== 'text') return false
  const patterns = right.test.alternatives
  return left.test.alternatives.every((one) => patterns.every((other) => haveEndsApart(one, other)))
}

/** The only texts a leaf matches, letter case aside, as far as the other leaf can tell; null when it matches more. */
function onlyTexts({ test }: Leaf, other: Leaf): readonly string[] | null {
  if (test.operator === 'boolean') return [String(test.value)]
  // A text such as `5.0` equals the number 5 too, which only another text can tell apart.
  if (test.operator === 'number') return other.test.operator === 'text' ? null : [String(test.value), test.spelling]
  if (test.operator !== 'text') return null
  const texts = test.alternatives.map(literalText)
  return texts.every((text) => text !== null) ? texts : null
}

/** Whether letter case cannot make it answer otherwise, once an expression is read without case. */
function ignoresCase({ test }: Leaf): boolean {
  if (test.operator === 'text') return !test.cased
  return ['number', 'boolean', 'cidr', 'compare', 're'].includes(test.operator)
}

/** An expression that no letter case of a text escapes. */
function inAnyCase(leaf: Leaf): Leaf {
  if (leaf.test.operator !== 're') return leaf
  const alternatives = leaf.test.alternatives.map((regex) => ({ ...regex, ignoreCase: true }))
  return { ...leaf, test: { operator: 're', alternatives } }
}

function matchesAny(leaf: Leaf, text: string): boolean {
  const values: readonly Json[] = /^-?\d+(\.\d+)?$/.test(text) ? [text, Number(text)] : [text]
  return values.some((value) => leafMatches(leaf, { [leaf.field ?? '']: value }))
}

function literalText(pattern: Pattern): string | null {
  const texts = pattern.map((part) => (part.kind === 'text' ? part.text : null))
  return texts.every((text) => text !== null) ? texts.join('') : null
}

/** Two patterns whose fixed beginnings, or fixed ends, differ within the length of the shorter. */
function haveEndsApart(one: Pattern, other: Pattern): boolean {
  const [start, otherStart] = [one[0], other[0]].map((part) => (part?.kind === 'text' ? fold(part.text) : ''))
  const [end, otherEnd] = [one.at(-1), other.at(-1)].map((part) => (part?.kind === 'text' ? fold(part.text) : ''))
  if (start === undefined || otherStart === undefined || end === undefined || otherEnd === undefined) return false
  const startsFit = start.startsWith(otherStart) || otherStart.startsWith(start)
  return !startsFit || !(end.endsWith(otherEnd) || otherEnd.endsWith(end))
}

/** A character that no pattern holds: it stands for whatever a wildcard took. */
const stranger = '\u{10FFFD}'

function implies(must: Leaf, mustNot: Leaf): boolean {
  if (JSON.stringify(must.test) === JSON.stringify(mustNot.test)) return true
  if (mustNot.test.operator !== 'text' || (mustNot.test.cased && !(must.test.operator === 'text' && must.test.cased)))
    return false
  // `?` could take the stranger and yet not what it stands for.
  const wider = mustNot.test.alternatives.filter((pattern) => pattern.every((part) => part.kind !== 'any-one'))
  const isWithin = (text: string) => wider.some((pattern) => matchesPattern(pattern, text, false))
  if (must.test.operator === 'boolean') return isWithin(String(must.test.value))
  if (must.test.operator !== 'text' || mustNot.test.cased) return false
  return must.test.alternatives.every((pattern) => {
    const shapes = pattern.map((part) => (part.kind === 'text' ? part.text : stranger))
    return pattern.every((part) => part.kind !== 'one-of') && isWithin(shapes.join(''))
  })
}
