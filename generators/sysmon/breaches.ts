import type { Fields } from '../../sigma/index.ts'
import type { Breach } from '../facts.ts'
import { isDescribed, sysmonEventOf } from './catalogue.ts'
import { addressFacts } from './facts/addresses.ts'
import type { Fact } from './facts/fact.ts'
import { guidFacts } from './facts/guids.ts'
import { spellingFacts } from './facts/spelling.ts'
import { schemaBreaches } from './schema-check.ts'

/** Every named fact of the catalogue. */
export const facts: readonly Fact[] = [...addressFacts, ...guidFacts, ...spellingFacts]

/**
 * What makes an event unlike anything that Sysmon writes: its schema first, then the named facts. Empty for a realistic
 * event, and for one whose kind the catalogue does not describe: there is nothing to hold it against.
 */
export function breachesOf(fields: Fields, eventId: number | null): readonly Breach[] {
  const event = sysmonEventOf(eventId)
  if (event === null || !isDescribed(event)) return []
  const about = facts.filter((fact) => fact.events.includes(event.id))
  return [...schemaBreaches(fields, event), ...about.flatMap((fact) => fact.breaches(fields))]
}
