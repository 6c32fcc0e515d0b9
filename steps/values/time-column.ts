import { windowsEventOf } from '../../catalogue/index.ts'
import { visibleText } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { isDuration } from './duration.ts'
import type { StatedValue } from './stated-value.ts'

/** The column of a table that is no field: how long after now the event happens. */
export const timeColumn = 'time'

/** What logs and other tools call the time of an event. */
const otherNames =
  /^(?:[_@]?time|[_@]?times|[_@]?timestamp|offset|after|when|event[_ ]?time|system_?time|TimeCreated.*)$/i

/**
 * Throws a ScenarioError for a column that is meant for the time but not called so: another name of it that is no field of
 * the event, or a field of it that is given a duration.
 */
export function refuseOtherTimeColumn(row: ReadonlyMap<string, StatedValue>, eventId: number): void {
  const fields = windowsEventOf(eventId)?.fields ?? []
  for (const [name, { text }] of row) {
    if (name === timeColumn) continue
    const field = fields.find((each) => each.name === name)
    const isMeant = field === undefined ? otherNames.test(name) : field.format === 'utc-time' && isDuration(text)
    if (!isMeant) continue
    const what = field === undefined ? 'no field' : `a field, ${text} no value of it`
    throw new ScenarioError(
      `${visibleText(name)} is ${visibleText(what)}; ` +
        'the column of when an event happens is called time and says how long after now: 0 seconds, 90 seconds, 5 minutes',
    )
  }
}
