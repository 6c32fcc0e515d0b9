import type { Leaf, TestOf } from '../../../sigma/index.ts'
import type { RuleText } from '../rule-text.ts'

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

/** The values that are compared as texts and stand in YAML as texts, none that is encoded or a placeholder. */
export function plainTextsOf({ scalarAt }: Pick<RuleText, 'scalarAt'>, leaves: readonly Leaf[]): readonly PlainText[] {
  return leaves.flatMap((leaf) => {
    const { test } = leaf
    const value = test.operator === 'text' ? scalarAt(leaf.span) : undefined
    const isPlain = test.operator === 'text' && typeof value?.value === 'string' && !isClosed(leaf.modifiers)
    return isPlain ? [{ leaf, test, text: value.text }] : []
  })
}
