import type { Fields, Rule } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { movedTimes } from '../host/moved-times.ts'
import { ownValue } from '../own-value.ts'
import { violationsOf } from '../violations/violations.ts'
import type { Goal, Witness } from './goal.ts'
import { reaches } from './witness/confirm.ts'

/**
 * Events of one answer as a log has them, one after the other: ten seconds to two minutes apart and under consecutive
 * record numbers, from the first one's on. An event stays as it is where the goal hangs on its time or its number.
 */
export function inTurn(
  events: readonly Witness[],
  rules: readonly Rule[],
  goal: Goal,
  seed: string,
): readonly Witness[] {
  const first = events.map(({ fields }) => ownValue(fields, 'EventRecordID')).find((id) => typeof id === 'number') ?? 1
  let by = 0
  return events.map((event, index) => {
    if (index > 0) by += chanceOf(seed, 'in turn', index).number.int({ min: 10_000, max: 120_000 })
    const record: Fields = Object.hasOwn(event.fields, 'EventRecordID') ? { EventRecordID: Number(first) + index } : {}
    const fields = { ...event.fields, ...movedTimes(event.fields, event.eventId, by), ...record }
    const breaches = event.eventId === null ? event.breaches : violationsOf(fields, event.eventId)
    const isWorse = breaches.length > event.breaches.length || !reaches(rules, goal, { ...event, fields })
    return isWorse ? event : { ...event, fields, breaches }
  })
}
