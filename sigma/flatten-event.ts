import { type Fields, isObject, type Json } from './event.ts'
import { withCategoryNames } from './events/audit-names.ts'
import { windowsEventFields, windowsEventIn } from './events/windows-event.ts'
import { isWinlogbeat, winlogbeatFields } from './events/winlogbeat.ts'

/** The field that holds an event which is no object: plain text is one value for keywords. */
const textField = '#text'

/**
 * The fields of an event under the names that rules use (semantics 6.3), whatever its spelling: nested as Windows' XML,
 * with attributes as `#attributes` or `@Name`; Winlogbeat, nested or dotted; flat; any other JSON object; plain text.
 */
export function flattenEvent(json: Json): Fields {
  if (!isObject(json)) return { [textField]: json }
  const windowsEvent = windowsEventIn(json)
  if (windowsEvent !== null) return withCategoryNames(windowsEventFields(windowsEvent))
  return withCategoryNames(isWinlogbeat(json) ? winlogbeatFields(json) : json)
}
