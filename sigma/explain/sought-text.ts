import type { Leaf, Operator, TestOf } from '../rule/predicate.ts'

/** The text that a leaf looks for, to say how near an event's value comes. */
export interface SoughtText {
  readonly text: string
  /** Whether other text may stand before it, and after it. */
  readonly isOpenStart: boolean
  readonly isOpenEnd: boolean
}

type Sought<Some extends Operator> = (test: TestOf<Some>, written: string) => SoughtText

function asWritten(_: unknown, text: string): SoughtText {
  return { text, isOpenStart: false, isOpenEnd: false }
}

/** What each operator looks for: what is written, where a test has no text of its own. */
const sought: { readonly [Some in Operator]: Sought<Some> } = {
  text: ({ alternatives: [pattern] }, written) =>
    pattern === undefined
      ? asWritten(null, written)
      : {
          text: pattern.map((part) => (part.kind === 'text' ? part.text : part.kind === 'one-of' ? '-' : '')).join(''),
          isOpenStart: pattern[0]?.kind === 'any-run',
          isOpenEnd: pattern.at(-1)?.kind === 'any-run',
        },
  number: asWritten,
  boolean: asWritten,
  null: asWritten,
  re: (_, text) => ({ text, isOpenStart: true, isOpenEnd: true }),
  cidr: asWritten,
  exists: asWritten,
  fieldref: asWritten,
  compare: asWritten,
  time: asWritten,
}

/** The text that a leaf looks for. */
export function soughtBy({ test, written }: Pick<Leaf, 'test' | 'written'>): SoughtText {
  return soughtOf(test, written)
}

function soughtOf<Some extends Operator>(test: TestOf<Some>, written: string): SoughtText {
  return sought[test.operator](test, written)
}
