import { type Leaf, leavesOf, type NodeId, type Rule } from '../../sigma/index.ts'

/**
 * What a title calls each leaf of a rule: the field with its modifiers as written, and the search identifier before it
 * where several look at it alike.
 */
export function subjectsIn({ identifiers }: Rule): ReadonlyMap<NodeId, string> {
  const placed = identifiers.flatMap(({ name, predicate }) =>
    [...leavesOf(predicate)].map((leaf) => ({ id: leaf.id, identifier: name, written: writtenSubject(leaf) })),
  )
  const users = new Map<string, Set<string>>()
  for (const { identifier, written } of placed) {
    users.set(written, (users.get(written) ?? new Set()).add(identifier))
  }
  return new Map(
    placed.map(({ id, identifier, written }) => {
      const isShared = (users.get(written)?.size ?? 0) > 1
      return [id, isShared ? `${identifier}: ${written}` : written]
    }),
  )
}

function writtenSubject({ field, modifiers }: Leaf): string {
  return [field ?? 'keyword', ...modifiers].join('|')
}

/** A subject before one value: a keyword wants an article. */
export function withArticle(subject: string): string {
  return /^keyword(?:\||$)/.test(subject) ? `the ${subject}` : subject
}
