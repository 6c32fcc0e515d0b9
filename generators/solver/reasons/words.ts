import type { Leaf } from '../../../sigma/index.ts'
import type { Literal } from '../theory/literal.ts'
import { isOfFact } from '../wanted/facts-wanted.ts'
import type { SourceFact } from './fact-against.ts'

/** A leaf in the words of a message: `Image endswith '\a.exe'`. */
export function leafInWords(leaf: Leaf): string {
  const { field, test, written, modifiers } = leaf
  if (isOfFact(leaf)) return written
  const how = test.operator === 'text' ? test.anchor : (modifiers[0] ?? 'equals')
  return `${field ?? 'keyword'} ${how} ${test.operator === 'null' ? 'null' : `'${written}'`}`
}

/** Why literals cannot hold together: `A clashes with B`, `A never matches without B`. */
export function clashInWords(core: readonly Literal[]): string {
  const ordered = core.toSorted((one, other) => Number(other.matched) - Number(one.matched))
  const musts = core.filter((literal) => literal.matched).map(({ leaf }) => leafInWords(leaf))
  const mustNots = core.filter((literal) => !literal.matched).map(({ leaf }) => leafInWords(leaf))
  const [one] = musts
  if (core.length === 2 && one !== undefined && core[0]?.leaf === core[1]?.leaf) {
    return `${one} would have to match and not to match`
  }
  if (one === undefined) return `${listed(mustNots, 'or')} always matches`
  if (core.length === 2 && one === mustNots[0]) {
    const [inOne, inOther] = ordered.map(({ leaf }) => identifierOf(leaf))
    return `${one} of ${inOne} never matches without that of ${inOther}`
  }
  if (mustNots.length > 0) {
    return `${listed(musts, 'and')} never ${musts.length === 1 ? 'matches' : 'match'} without ${listed(mustNots, 'or')}`
  }
  if (musts.length === 1) return `${one} never matches`
  return musts.length === 2 ? musts.join(' clashes with ') : `${listed(musts, 'and')} clash`
}

/** What clashes in events of one kind, and what their log source has to do with it: null where the literals alone clash. */
export interface Clash {
  readonly title: string
  readonly words: string
  readonly fact: SourceFact | null
}

/** The proofs for every kind of event: what they share is said once, and where they differ, of which kind each is. */
export function clashesInWords(clashes: readonly Clash[]): string {
  const isOfEveryKind = clashes.every(({ fact }) => fact?.isOfEveryKind === true)
  const byWords = Map.groupBy(isOfEveryKind ? clashes.slice(0, 1) : clashes, ({ words }) => words)
  const told = [...byWords].map(([words, alike]) => {
    const facts = new Set(alike.flatMap(({ fact }) => fact?.words ?? []))
    return { titles: alike.map(({ title }) => title).join(' and '), reason: [words, ...facts].join('; ') }
  })
  return told.length === 1
    ? (told[0]?.reason ?? '')
    : told.map(({ titles, reason }) => `${titles}: ${reason}`).join('. ')
}

/** The search identifier that a leaf stands in: its id begins with the name. */
function identifierOf({ id }: Leaf): string {
  return id.split('/')[0] ?? id
}

/** At most so many are named. */
const mostNamed = 4

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  const named =
    words.length > mostNamed ? [...words.slice(0, mostNamed - 1), `${words.length - mostNamed + 1} more`] : words
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} ${joint} ${named.at(-1)}`
}
