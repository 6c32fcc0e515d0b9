/** The tag of a scenario that the rule is known to fail. */
export const knownGapTag = '@known-gap'

/** The tag of a scenario that is not run on purpose. */
export const skipTag = '@skip'

/** The tag of a scenario that a program wrote and nobody has read yet. */
export const unreadTag = '@unread'

/** A node of a feature with what is written around it. */
export interface DescribedNode {
  readonly description?: string
  readonly tags?: readonly { readonly name: string }[]
}

/**
 * Why a scenario is not run: the first line of its description, or of its Examples; of the Rule or Feature above it where
 * the tag stands there. Null where none says why. The nearest nodes stand first.
 */
export function skipReasonIn(own: readonly DescribedNode[], above: readonly DescribedNode[]): string | null {
  const tagged = above.filter(({ tags = [] }) => tags.some(({ name }) => name === skipTag))
  const lines = [...own, ...tagged].map(({ description = '' }) => description.trim().split(/\r?\n/)[0] ?? '')
  return lines.find((line) => line !== '') ?? null
}
