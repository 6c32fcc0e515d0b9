import { durationIn } from '../values/duration.ts'
import { type StatedValue, statedValue, unquoted } from '../values/stated-value.ts'

/** What the code of a step gets for each parameter in its pattern. */
export interface ParameterValues {
  readonly rule: string
  /** Null: the rule under test. */
  readonly 'the rule': string | null
  readonly field: string
  readonly part: string
  readonly filter: string
  readonly value: StatedValue
  readonly file: string
  readonly cidr: string
  readonly account: string
  readonly language: string
  readonly 'sysmon event': string
  readonly absence: string
  readonly 'letter case': string
  /** Milliseconds. */
  readonly duration: number
  readonly 'some events': number
  readonly int: number
}

export type ParameterName = keyof ParameterValues

/** A parameter of the vocabulary. */
export interface Parameter<Value> {
  /** One line: what is written in its place. */
  readonly meaning: string
  /** Null where it is one of Cucumber's own. A literal: editors read no other. */
  readonly regexp: RegExp | null
  /** What the code gets of the expression's groups, or of the whole where it has none; null: the text as it is. */
  readonly transformer: ((text: string | undefined) => Value) | null
  /** What may stand in its place, word by word, in a step that nobody knows. */
  readonly slots: readonly Slot[]
  /** How it looks as far as it takes to tell our steps from others. */
  readonly outline: string
}

/** What stands at one place of a pattern. */
export type Slot =
  /** One of these words. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A name, of one word or several, with quotes or without. */
  | { readonly kind: 'name' }
  /** The same, never with quotes. */
  | { readonly kind: 'bare-name' }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'number' }

/** One of these spellings of a word. */
export const words = (...spellings: readonly string[]): Slot => ({ kind: 'words', words: spellings })

const name: Slot = { kind: 'name' }
const bareName: Slot = { kind: 'bare-name' }
const quoted: Slot = { kind: 'quoted' }
const number: Slot = { kind: 'number' }

const anything = '.+'
const text = (given: string | undefined): string => unquoted(given ?? '')

/** Every parameter type of the vocabulary. */
export const parameters: { readonly [Name in ParameterName]: Parameter<ParameterValues[Name]> } = {
  rule: {
    meaning: 'title, path, name or id of a rule, in quotes',
    regexp: /"[^"]*"|'[^']*'/,
    transformer: text,
    slots: [quoted],
    outline: `["'].+["']`,
  },
  'the rule': {
    meaning: '`the rule`, for the one under test, or `the rule "..."`',
    regexp: /the rule(?: ("[^"]*"|'[^']*'))?/,
    transformer: (given) => (given === undefined || given === null ? null : unquoted(given)),
    slots: [words('the'), words('rule')],
    outline: `the rule(?: ["'].+["'])?`,
  },
  field: {
    meaning: 'name of a field; in quotes where it has blanks, quotes, colons or commas',
    regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
    transformer: text,
    slots: [name],
    outline: anything,
  },
  part: {
    meaning: 'name of a search identifier or of a field outside the filters; quotes as for a field',
    regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
    transformer: text,
    slots: [name],
    outline: anything,
  },
  filter: {
    meaning: 'name of a search identifier that the condition uses under `not` alone; quotes as for a field',
    regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
    transformer: text,
    slots: [name],
    outline: anything,
  },
  value: {
    meaning: 'text in quotes of either kind, nothing in it an escape; or a number, `true`, `false`',
    regexp: /"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false/,
    transformer: (given) => statedValue(given ?? ''),
    slots: [quoted],
    outline: anything,
  },
  file: {
    meaning: 'path, in quotes',
    regexp: /"[^"]*"|'[^']*'/,
    transformer: text,
    slots: [quoted],
    outline: anything,
  },
  cidr: {
    meaning: 'network in CIDR notation',
    regexp: /[0-9A-Fa-f:.]+\/\d+/,
    transformer: null,
    slots: [bareName],
    outline: anything,
  },
  account: {
    meaning: '`SYSTEM`, `LOCAL SERVICE` or `NETWORK SERVICE`',
    // Wider than the three accounts there are, so that a mistyped one is answered with the nearest name.
    regexp: /[A-Z]+(?: [A-Z]+)*/,
    transformer: null,
    slots: [bareName],
    outline: anything,
  },
  language: {
    meaning: 'language of Windows, by its English name or its tag',
    // A capital first, or a tag: so never "every Windows language", which is a pattern of its own.
    regexp: /[A-Z][a-z]+(?: \([A-Z][A-Za-z]+\))?|[a-z]{2}(?:-[A-Z]{2})?/,
    transformer: null,
    slots: [bareName],
    outline: anything,
  },
  'sysmon event': {
    meaning: 'kind of event, such as `process creation`',
    // Wider than the catalogue's names, so that a mistyped one is answered with the nearest name.
    regexp: /[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+)*/,
    transformer: null,
    slots: [bareName],
    outline: anything,
  },
  absence: {
    meaning: '`absent`, `null` or `empty`',
    regexp: /absent|null|empty/,
    transformer: null,
    slots: [words('absent', 'null', 'empty')],
    outline: anything,
  },
  'letter case': {
    meaning: '`upper case` or `lower case`',
    regexp: /upper case|lower case/,
    transformer: null,
    slots: [words('upper', 'lower'), words('case')],
    outline: anything,
  },
  duration: {
    meaning: 'number of seconds, minutes, hours or days',
    regexp: /\d+ (?:second|minute|hour|day)s?/,
    transformer: (given) => durationIn(given ?? ''),
    slots: [number, words('second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days')],
    outline: String.raw`\d+ \w+`,
  },
  'some events': {
    meaning: '`an event` or a number of `events`',
    regexp: /an event|(\d+) events?/,
    transformer: (count) => (count === undefined || count === null ? 1 : Number(count)),
    slots: [number, words('event', 'events')],
    outline: String.raw`(?:an event|\d+ events)`,
  },
  int: {
    meaning: 'whole number',
    regexp: null,
    transformer: null,
    slots: [number],
    outline: String.raw`\d+`,
  },
}

/** Whether something in braces is the name of one. */
export function isParameterName(text: string): text is ParameterName {
  return Object.hasOwn(parameters, text)
}
