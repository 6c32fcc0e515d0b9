import type { Fields, Judgement } from '../../sigma/index.ts'
import { type Draft, namesIn, withoutFields } from './draft.ts'
import { matchesIn, type RuleReading } from './rule-reading.ts'

/** What a draft is held against. */
export interface Standard {
  readonly reading: RuleReading
  /** Whether an event with these fields is as wanted. */
  readonly accepts: (fields: Fields) => boolean
  /** Whether the draft gives an event that is as wanted, whatever the rest of it is filled with. */
  readonly holds: (draft: Draft) => boolean
  /** Fields that stay, because the scenario is about them. */
  readonly keep: ReadonlySet<string>
}

/**
 * The draft with as few fields as still hold: those that the rule does not read go together, the others one by one. A
 * field whose made values could answer otherwise stays, however rare they are. Null where not even the whole draft holds.
 */
export function minimalDraft(draft: Draft, fields: Fields, judgement: Judgement, standard: Standard): Draft | null {
  const { reading, keep, holds } = standard
  const unread = namesIn(draft).filter((name) => !reading.fields.has(name) && !keep.has(name))
  const bare = withoutFields(draft, new Set(unread))
  const isBareEnough = holds(bare)
  if (!isBareEnough && !holds(draft)) return null
  let least = isBareEnough ? bare : draft
  const matches = matchesIn(judgement.identifiers.values())
  for (const name of namesIn(least)) {
    if (keep.has(name) || !isFree(least, name, fields, matches, standard)) continue
    const fewer = withoutFields(least, new Set([name]))
    if (holds(fewer)) least = fewer
  }
  return least
}

/** Whether the event stays as wanted with every value that a made event is known to have in the field. */
function isFree(
  draft: Draft,
  name: string,
  fields: Fields,
  matches: ReadonlySet<string>,
  { reading, accepts }: Standard,
): boolean {
  if (draft.kind === 'verbatim') return true
  const own = [...reading.leaves.values()].filter((leaf) => leaf.field === name && matches.has(leaf.id))
  return reading.fillersIn(draft.event.id, name).every((filler) => {
    const isSame = filler.matches.size === own.length && own.every(({ id }) => filler.matches.has(id))
    return isSame || accepts({ ...fields, [name]: filler.value })
  })
}
