import { distance } from 'fastest-levenshtein'
import { type StepPattern, stepPatterns } from './step-patterns.ts'

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
  const words = step.toLowerCase().match(/\{[^}]*\}|[^\s:]+/g) ?? []
  const found = stepPatterns.map((each, at) => {
    const slots = slotsOf(each.pattern)
    const bonus = beginsAlike(words, slots) ? sameBeginning : 0
    const off = howFarOff(words, slots)
    return { each, at, off, rank: off - bonus, hasWords: hasOwnWords(words, slots) }
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

/** What stands at one place of a pattern. */
type Slot =
  /** One of these words. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A name, of one word or several, with quotes or without. */
  | { readonly kind: 'name' }
  /** The same, never with quotes. */
  | { readonly kind: 'bare-name' }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'number' }

const name: Slot = { kind: 'name' }
const bareName: Slot = { kind: 'bare-name' }
const quoted: Slot = { kind: 'quoted' }
const number: Slot = { kind: 'number' }
const words = (...spellings: readonly string[]): Slot => ({ kind: 'words', words: spellings })

/** How parameters are spelled; those that are not named here are names. */
const parameters: Readonly<Record<string, readonly Slot[]>> = {
  '{rule}': [quoted],
  '{the rule}': [words('the'), words('rule')],
  '{value}': [quoted],
  '{int}': [number],
  '{account}': [bareName],
  '{language}': [bareName],
  '{cidr}': [bareName],
  '{sysmon event}': [bareName],
  '{absence}': [words('absent', 'null', 'empty')],
  '{letter case}': [words('upper', 'lower'), words('case')],
  '{duration}': [number, words('second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days')],
  '{some events}': [number, words('event', 'events')],
}

function slotsOf(pattern: string): readonly Slot[] {
  return (pattern.match(/\{[^}]*\}|[^\s:]+/g) ?? []).flatMap((token) => {
    if (token.startsWith('{')) return parameters[token] ?? [name]
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
