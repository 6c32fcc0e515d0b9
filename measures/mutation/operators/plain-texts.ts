import type { Leaf, TestOf } from '../../../sigma/index.ts'
import type { RuleText } from '../text/rule-text.ts'
import type { MutatedValue } from './mutated-value.ts'

/** Modifiers under which a wildcard in a value means nothing, or is refused. */
const closed = /^(?:base64|base64offset|wide|utf16|utf16le|utf16be|expand)$/

/** Whether a value under these modifiers is not read as it stands. */
export function isClosed(modifiers: readonly string[]): boolean {
  return modifiers.some((each) => closed.test(each))
}

/** A value that is compared as a text, as its author wrote it. */
export interface PlainText {
  readonly leaf: Leaf
  readonly test: TestOf<'text'>
  readonly text: string
}

/** The value as its author wrote it; none where it stands in YAML as no text, is encoded or a placeholder. */
export function plainTextOf({ leaf, test, text: { scalarAt } }: MutatedValue<'text'>): readonly PlainText[] {
  const value = scalarAt(leaf.span)
  return typeof value?.value === 'string' && !isClosed(leaf.modifiers) ? [{ leaf, test, text: value.text }] : []
}

/** Those of these values that are compared as texts. */
export function plainTextsOf(text: RuleText, leaves: readonly Leaf[]): readonly PlainText[] {
  return leaves.flatMap((leaf) => {
    const { test } = leaf
    return test.operator === 'text' ? plainTextOf({ leaf, test, text }) : []
  })
}
