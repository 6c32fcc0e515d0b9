import { type EventFacts, type Fields, type Rule, windowsCategories, windowsServices } from '../../sigma/index.ts'
import type { SysmonEvent } from '../sysmon/catalogue.ts'
import { sysmonChannel, sysmonProvider } from '../sysmon/system-block.ts'

/**
 * What an event of a kind that the catalogue does not describe has before anything is wanted of it: where it comes from,
 * as far as the log sources of the rules say. Empty for rules of other products.
 */
export function bareEvent(rules: readonly Rule[], event: SysmonEvent | null): Fields {
  const origin = event === null ? {} : { EventID: event.id, Channel: sysmonChannel, Provider_Name: sysmonProvider }
  const named = rules.toReversed().flatMap((rule) => Object.entries(originOf(rule, event)))
  return { ...Object.fromEntries(named), ...origin }
}

function originOf({ logsource: { product, category, service } }: Rule, event: SysmonEvent | null): Fields {
  if (product?.toLowerCase() !== 'windows') return {}
  const alternatives = category === null ? [] : (entryOf(windowsCategories, category) ?? [])
  const facts = alternatives.find(({ eventIds }) => event === null || eventIds.includes(event.id))
  const [channel] = service === null ? [] : (entryOf(windowsServices, service) ?? [])
  return {
    ...(facts === undefined ? {} : factsInFields(facts)),
    ...(channel === undefined ? {} : { Channel: channel }),
  }
}

function factsInFields({ channels: [channel], eventIds: [eventId], values }: EventFacts): Fields {
  return {
    ...(eventId === undefined ? {} : { EventID: eventId }),
    ...(channel === undefined ? {} : { Channel: channel }),
    ...Object.fromEntries(
      Object.entries(values).flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    ),
  }
}

function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(table, key) ? table[key] : undefined
}
