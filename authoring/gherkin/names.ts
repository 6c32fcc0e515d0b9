import type { SuggestionTitle } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import { valueText } from './table.ts'

/** A longer value is cut in a name; the step has it whole. */
const longestValue = 60
/** As much of it is its end: values of one list often begin alike. */
const endOfValue = 25

/** What a scenario of this title is called; the blanks around a value can be seen. */
export function nameOf({ words, value }: SuggestionTitle): string {
  return value === null ? visibleText(words) : `${visibleText(words)} ${shownValue(value)}`
}

/** A value as a name has it: on one line, not too long, in quotes where the blanks around it would be lost. */
export function shownValue(value: string): string {
  const characters = [...visibleText(value)]
  if (characters.length <= longestValue) return valueText(characters.join(''))
  const start = characters.slice(0, longestValue - endOfValue - 1)
  return valueText([...start, '…', ...characters.slice(-endOfValue)].join(''))
}

/** Names of scenarios that no two share. */
export interface Names {
  readonly isFree: (name: string) => boolean
  /** Takes the name, or the first that it makes of it with a number. Returns what it added. */
  readonly take: (name: string) => string
}

/** No name is taken yet. */
export function freshNames(): Names {
  const taken = new Set<string>()
  return {
    isFree: (name) => !taken.has(name),
    take: (name) => {
      let addition = ''
      for (let number = 2; taken.has(`${name}${addition}`); number += 1) addition = ` (${number})`
      taken.add(`${name}${addition}`)
      return addition
    },
  }
}
