import { windowsEventIn } from '../../../generators/kinds/event-in.ts'
import { checkFields } from './field-checks.ts'
import type { Profile } from './profile.ts'
import type { Placed } from './recorded.ts'
import { checkRelationships, creationsIn } from './relationships.ts'

/** A check that an event did not pass. */
export interface Violation {
  readonly where: string
  readonly check: string
  readonly field: string
  readonly message: string
}

/** What came of a set of events: how often each check was made, and where it failed. */
export interface Realism {
  readonly judged: ReadonlyMap<string, number>
  readonly violations: readonly Violation[]
}

/** Puts every event of the catalogue among these to every check. */
export function realismOf(events: readonly Placed[], profile: Profile): Realism {
  const judged = new Map<string, number>()
  const violations: Violation[] = []
  const creations = creationsIn(events)
  for (const placed of events) {
    const { where, fields } = placed
    const event = windowsEventIn(placed)
    if (event === null) continue
    const tell = (check: string, field: string, holds: boolean, message: string) => {
      judged.set(check, (judged.get(check) ?? 0) + 1)
      if (!holds) violations.push({ where, check, field, message })
    }
    checkFields(event, fields, profile, tell)
    checkRelationships(fields, creations, tell)
  }
  return { judged, violations }
}

/** Of each check how often it failed, of how many times, most frequent first; as lines of a table. */
export function realismTable({ judged, violations }: Realism): readonly string[] {
  const failed = (check: string) => violations.filter((violation) => violation.check === check).length
  return [...judged].map(([check, count]) => `${check}: ${failed(check)} of ${count}`).sort()
}
