import type { Fields } from '../../sigma/index.ts'
import { type Draft, namesIn, withoutFields } from './draft.ts'
import { isFree } from './free-field.ts'
import type { Standard } from './standard.ts'

/**
 * The draft with as few fields as still hold: those that the rule does not read go together, the others one by one. A
 * field whose made values could answer otherwise stays, however rare they are. Null where not even the whole draft holds.
 */
export function minimalDraft(draft: Draft, fields: Fields, standard: Standard): Draft | null {
  const { reading, keep, holds } = standard
  const unread = namesIn(draft).filter((name) => !reading.fields.has(name) && !keep.has(name))
  const bare = withoutFields(draft, new Set(unread))
  const isBareEnough = holds(bare)
  if (!isBareEnough && !holds(draft)) return null
  let least = isBareEnough ? bare : draft
  for (const name of namesIn(least)) {
    if (keep.has(name) || !isFree(least, name, fields, standard)) continue
    const fewer = withoutFields(least, new Set([name]))
    if (holds(fewer)) least = fewer
  }
  return least
}
