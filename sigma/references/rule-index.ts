import type { RuleKey } from '../rule/rule.ts'
import { nearestNames } from '../text/nearest-names.ts'

/** A document as references may name it. */
export interface NamedDocument {
  /** A rejected document has errors: a reference to it finds it, and says so. */
  readonly kind: 'detection' | 'correlation' | 'rejected'
  readonly key: RuleKey
  readonly path: string
  readonly title: string | null
  readonly id: string | null
  readonly name: string | null
}

/** Finds documents by what references say. */
export interface RuleIndex {
  /** Every document of this id or name. */
  readonly all: (reference: string) => readonly NamedDocument[]
  /** The same, but those of the referring file alone where there are some: a file of several documents is a set of its own. */
  readonly nearest: (reference: string, path: string) => readonly NamedDocument[]
  /** What a reference that finds nothing may have meant. */
  readonly hintFor: (reference: string) => string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Indexes documents by id, letter case aside, and by name (semantics 7.1). A reference shaped like a UUID is an id first,
 * any other a name first.
 */
export function indexRules(documents: readonly NamedDocument[]): RuleIndex {
  const byId = grouped(documents, ({ id }) => id?.toLowerCase() ?? null)
  const byName = grouped(documents, ({ name }) => name)
  const byTitle = grouped(documents, ({ title }) => title)
  const all = (reference: string): readonly NamedDocument[] => {
    const ofId = byId.get(reference.toLowerCase()) ?? []
    const ofName = byName.get(reference) ?? []
    const [first, second] = uuid.test(reference) ? [ofId, ofName] : [ofName, ofId]
    return first.length > 0 ? first : second
  }
  return {
    all,
    nearest: (reference, path) => {
      const found = all(reference)
      const near = found.filter((document) => document.path === path)
      return near.length > 0 ? near : found
    },
    hintFor: (reference) => {
      const titled = byTitle.get(reference)?.[0]
      if (titled !== undefined) return `That is the title of ${titled.key}: name its id or its name.`
      const nearest = nearestNames(reference, [...byName.keys(), ...byId.keys()])
      return nearest.length === 0 ? '' : `Nearest: ${nearest.join(', ')}.`
    },
  }
}

function grouped(
  documents: readonly NamedDocument[],
  textOf: (document: NamedDocument) => string | null,
): ReadonlyMap<string, readonly NamedDocument[]> {
  const groups = new Map<string, NamedDocument[]>()
  for (const document of documents) {
    const text = textOf(document)
    if (text === null) continue
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [document])
    else group.push(document)
  }
  return groups
}
