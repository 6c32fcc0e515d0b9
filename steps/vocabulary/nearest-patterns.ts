import { distance } from 'fastest-levenshtein'
import { patterns } from '../patterns.ts'
import { isParameterName, parameters, type Slot, words } from './parameters.ts'
import type { StepPattern } from './step-pattern.ts'

/** How many patterns are told of. */
const mostTold = 3

/** What share of its words a step may have otherwise than a pattern and still be meant for it. */
const mostOff = 0.35

/** With so small a share it is, whichever words they are; else it has to have more than half of the pattern's own. */
const hardlyOff = 0.3

/** How much of a word may be otherwise for it to be that word. */
const sameWord = 0.4

/** What it counts for that a step begins as a pattern does: who speaks of the rule means a step about the rule. */
const sameBeginning = 0.15

/** What a word too many costs: a step that is not ours is seldom shorter than ours. */
const tooMany = 0.6

/** Whoever begins so speaks of our rules and events. */
const ourBeginning = /^(?:the rule|no rule|its|a matching event)(?!\S)/i

/**
 * The patterns that an undefined step was hardly far from, the nearest first; none where it resembles none, as a step of
 * somebody else's. The step is given as Cucumber spells it back: `{string}` for what is in quotes, `{int}` for a number.
 */
export function nearestPatterns(step: string): readonly StepPattern[] {
  const spelled = step.toLowerCase().match(/\{[^}]*\}|[^\s:]+/g) ?? []
  const found = patterns.map((each, at) => {
    const slots = slotsOf(each.pattern)
    const bonus = beginsAlike(spelled, slots) ? sameBeginning : 0
    const off = howFarOff(spelled, slots)
    return { each, at, off, rank: off - bonus, hasWords: hasOwnWords(spelled, slots) }
  })
  const near = found.sort((a, b) => a.rank - b.rank || a.at - b.at)
  const isOurs = ourBeginning.test(step) || near.some(({ off, hasWords }) => off <= (hasWords ? mostOff : hardlyOff))
  return isOurs ? near.slice(0, mostTold).map(({ each }) => each) : []
}

function beginsAlike(step: readonly string[], pattern: readonly Slot[]): boolean {
  return pattern.slice(0, 2).every((slot, at) => slot.kind !== 'words' || costOf(step[at] ?? '', slot) === 0)
}

/** Whether a step has more than half of the words that a pattern is made of. */
function hasOwnWords(step: readonly string[], pattern: readonly Slot[]): boolean {
  const own = pattern.filter((slot) => slot.kind === 'words')
  const had = own.filter((slot) => step.some((word) => costOf(word, slot) <= sameWord))
  return had.length > own.length / 2
}

function slotsOf(pattern: string): readonly Slot[] {
  return (pattern.match(/\{[^}]*\}|[^\s:]+/g) ?? []).flatMap((token) => {
    const parameter = token.slice(1, -1)
    if (isParameterName(parameter)) return parameters[parameter].slots
    return [words(token.replaceAll(/\([^)]*\)/g, ''), token.replaceAll(/[()]/g, ''))]
  })
}

/** The words that have to go, come or change, each change by how much of the word it takes, as a share of all words. */
function howFarOff(step: readonly string[], pattern: readonly Slot[]): number {
  let row: readonly number[] = [0, ...pattern.map((_, at) => at + 1)]
  for (const word of step) {
    const next = [(row[0] ?? 0) + tooMany]
    for (const [at, slot] of pattern.entries()) {
      const more = (row[at + 1] ?? 0) + (slot.kind === 'bare-name' ? 0.4 : tooMany)
      const less = (next[at] ?? 0) + 1
      next.push(Math.min(more, less, (row[at] ?? 0) + costOf(word, slot)))
    }
    row = next
  }
  return (row.at(-1) ?? 0) / Math.max(1, step.length, pattern.length)
}

function costOf(word: string, slot: Slot): number {
  const isNumber = word === '{int}'
  const isQuoted = word.startsWith('{') && !isNumber
  switch (slot.kind) {
    case 'words':
      return word.startsWith('{') ? 1 : Math.min(...slot.words.map((each) => shareOff(word, each)))
    case 'name':
      return 0.15
    case 'bare-name':
      return isQuoted ? 0.8 : 0.15
    case 'quoted':
      return isQuoted ? 0 : isNumber ? 0.2 : 0.7
    case 'number':
      return isNumber ? 0 : /^an?$/.test(word) ? 0.2 : 0.9
  }
}

function shareOff(word: string, own: string): number {
  return distance(word, own) / Math.max(word.length, own.length)
}
