import { nearestNames } from '../../text/nearest-names.ts'
import { ownSpelling } from './other-spellings.ts'

/** What a field may have been meant to be. */
export type Meant =
  /** This one: only letter case, separators or another schema's spelling differ. */
  | { readonly kind: 'one'; readonly name: string; readonly differs: 'case' | 'spelling' }
  /** One of these, the nearest first; at most three. Empty where none is near. */
  | { readonly kind: 'near'; readonly names: readonly string[] }

/** The fields that a name which is none may have meant. */
export function meantBy(name: string, fields: ReadonlySet<string>): Meant {
  const bare = bareOf(name)
  const alike = [...fields].find((field) => bareOf(field) === bare)
  if (alike !== undefined) {
    return { kind: 'one', name: alike, differs: alike.toLowerCase() === name.toLowerCase() ? 'case' : 'spelling' }
  }
  const own = ownSpelling(name, fields)
  if (own !== null) return { kind: 'one', name: own, differs: 'spelling' }
  return { kind: 'near', names: name.length > longestMisspelt ? [] : nearestNames(name, fields) }
}

/** Three times the longest name of a field: nothing is near to a longer one. */
const longestMisspelt = 90

function bareOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
