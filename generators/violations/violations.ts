import { windowsEventOf } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { accountFacts } from '../facts/accounts.ts'
import { addressFacts } from '../facts/addresses.ts'
import { auditedAccountFacts } from '../facts/audited-accounts.ts'
import type { Fact } from '../facts/fact.ts'
import { guidFacts } from '../facts/guids.ts'
import { parentFacts } from '../facts/parents.ts'
import { pathFacts } from '../facts/paths.ts'
import { registryFacts } from '../facts/registry.ts'
import { resourceFacts } from '../facts/resources.ts'
import { signatureFacts } from '../facts/signatures.ts'
import { spellingFacts } from '../facts/spelling.ts'
import { schemaViolations } from './schema-check.ts'
import type { Violation } from './violation.ts'

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
export function violationsOf(fields: Fields, eventId: number | null): readonly Violation[] {
  const event = windowsEventOf(eventId)
  if (event === null) return []
  const about = facts.filter((fact) => fact.events.includes(event.id))
  return [...schemaViolations(fields, event), ...about.flatMap((fact) => fact.violations(fields))]
}
