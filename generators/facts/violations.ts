import { windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import type { Breach } from './violation.ts'
import { accountFacts } from './accounts.ts'
import { addressFacts } from './addresses.ts'
import { auditedAccountFacts } from './audited-accounts.ts'
import type { Fact } from './fact.ts'
import { guidFacts } from './guids.ts'
import { parentFacts } from './parents.ts'
import { pathFacts } from './paths.ts'
import { registryFacts } from './registry.ts'
import { resourceFacts } from './resources.ts'
import { signatureFacts } from './signatures.ts'
import { spellingFacts } from './spelling.ts'
import { schemaBreaches } from './schema-check.ts'

/** Every named fact of the catalogue. */
export const facts: readonly Fact[] = [
  ...accountFacts,
  ...addressFacts,
  ...auditedAccountFacts,
  ...guidFacts,
  ...parentFacts,
  ...pathFacts,
  ...registryFacts,
  ...resourceFacts,
  ...signatureFacts,
  ...spellingFacts,
]

/**
 * What makes an event unlike anything that Windows writes: its schema first, then the named facts. Empty for a realistic
 * event, and for one whose kind the catalogue does not have: there is nothing to hold it against.
 */
export function breachesOf(fields: Fields, eventId: number | null): readonly Breach[] {
  const event = windowsEventOf(eventId)
  if (event === null) return []
  const about = facts.filter((fact) => fact.events.includes(event.id))
  return [...schemaBreaches(fields, event), ...about.flatMap((fact) => fact.breaches(fields))]
}
