import type { WindowsEvent } from '../../../catalogue/index.ts'
import type { Leaf } from '../../../sigma/index.ts'
import type { Wanted } from './normal-form.ts'

/** What is wanted of an event in the event's own words. */
export interface OwnNames {
  readonly wanted: Wanted
  /** The leaf as the rule has it. */
  readonly asWritten: (leaf: Leaf) => Leaf
}

/**
 * What is wanted, of the event's own fields: a field that a category knows under another name is one field with it, so that
 * whatever is wanted under either name is wanted of one value. An event that no agent but Windows writes has it once.
 */
export function underOwnNames(wanted: Wanted, event: WindowsEvent | null): OwnNames {
  const names = event?.categoryNames ?? {}
  if (Object.keys(names).length === 0) return { wanted, asWritten: (leaf) => leaf }
  const renamed = new Map<Leaf, Leaf>()
  const written = new Map<Leaf, Leaf>()
  const ownName = (name: string) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name)

  function own(leaf: Leaf): Leaf {
    const known = renamed.get(leaf)
    if (known !== undefined) return known
    const { field, test } = leaf
    const made: Leaf = {
      ...leaf,
      field: field === null ? null : ownName(field),
      test: test.operator === 'fieldref' ? { ...test, field: ownName(test.field) } : test,
    }
    renamed.set(leaf, made)
    written.set(made, leaf)
    return made
  }

  function below(each: Wanted): Wanted {
    return each.kind === 'literal'
      ? { ...each, leaf: own(each.leaf) }
      : { kind: each.kind, children: each.children.map(below) }
  }

  return { wanted: below(wanted), asWritten: (leaf) => written.get(leaf) ?? leaf }
}
