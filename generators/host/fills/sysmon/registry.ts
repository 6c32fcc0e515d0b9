import { type FieldOf, namedValues } from '../../../../catalogue/index.ts'
import { detailsOf, keyOf, registryValues, spelledPath } from '../../machine/registry-values.ts'
import { givenText } from '../../processes/actor.ts'
import type { Filled, Occasion } from '../fill.ts'
import { begun } from './files.ts'

/** A registry event (12 to 14) around the event type given. */
export function filledRegistry(occasion: Occasion): Filled<FieldOf<12 | 13 | 14>> {
  const { event, given, execution, chance } = occasion
  const { fields, milliseconds } = begun(occasion)
  const eventTypes = namedValues(event.fields.find((field) => field.name === 'EventType'))
  const usualType = chance.helpers.arrayElement(eventTypes)
  const eventType = givenText(given, 'EventType') ?? usualType
  const value = chance.helpers.arrayElement(registryValues)
  const path = spelledPath(value.path, execution.session, chance)
  const isValue = eventType === 'SetValue' || eventType === 'DeleteValue'
  const target = isValue ? path : keyOf(path)
  const own = {
    EventType: eventType,
    TargetObject: target,
    Details: detailsOf(value, chance),
    NewName: `${keyOf(givenText(given, 'TargetObject') ?? target)}\\Renamed`,
  }
  return { fields: { ...fields, ...own }, milliseconds }
}
