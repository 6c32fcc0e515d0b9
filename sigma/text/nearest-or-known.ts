import { nearestNames } from './nearest-names.ts'
import { visibleText } from './visible-text.ts'

/** How many names are told of a list that holds more. */
const mostTold = 10

/** How names are told of. */
export interface NamesTold {
  /** In quotes, for names that hold blanks. */
  readonly quoted?: boolean
  /** What to list where no name is near, if a thing has several names: one name of each. */
  readonly listed?: Iterable<string>
}

/**
 * What a message about a name that nothing has goes on with: `nearest: a, b` or, where none is near, `there are a, b and 3
 * more`, each name once. Names are made visible.
 */
export function nearestOrKnown(
  name: string,
  known: Iterable<string>,
  { quoted = false, listed = known }: NamesTold = {},
): string {
  const names = [...known]
  const show = (each: string): string => (quoted ? `"${visibleText(each)}"` : visibleText(each))
  const near = nearestNames(name, names).map(show)
  if (near.length > 0) return `nearest: ${near.join(', ')}`
  const all = [...new Set(names.length === 0 ? [] : listed)].map(show)
  if (all.length === 0) return 'there is none'
  if (all.length === 1) return `there is only ${all[0]}`
  return `there are ${listedUpTo(mostTold, all)}`
}

/** At most so many texts, and how many more there are. */
export function listedUpTo(most: number, texts: readonly string[]): string {
  const told = texts.slice(0, most).join(', ')
  return texts.length > most ? `${told} and ${texts.length - most} more` : told
}
