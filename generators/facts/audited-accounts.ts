import type { Fields } from '../../sigma/index.ts'
import type { ServiceAccount } from '../values/account-languages.ts'
import { serviceAccountNamed, serviceSids } from '../values/localized-accounts.ts'
import { type Fact, textOfField } from './fact.ts'

/** Whose account fields of an audited event tell of: who asked, and who is meant. */
export const auditedRoles = ['Subject', 'Target'] as const

/** Which service account name and domain of a role are; null for any other account. */
export function auditedService(fields: Fields, role: string): ServiceAccount | null {
  const [domain, name] = [textOfField(fields, `${role}DomainName`), textOfField(fields, `${role}UserName`)]
  return domain === null || name === null ? null : serviceAccountNamed(`${domain}\\${name}`)
}

/** What the parts of an account in an audited event have to do with each other. */
export const auditedAccountFacts: readonly Fact[] = [
  {
    name: 'account-name',
    events: [4624, 4688],
    certainty: 'usual',
    source: 'held in 3,609 of 3,609 names of recorded logons and process creations',
    violations: (fields) =>
      ['Subject', 'Target', 'TargetOutbound'].flatMap((role) => {
        const field = `${role}UserName`
        const name = textOfField(fields, field)
        if (name === null || !name.includes('\\')) return []
        const message = `${field} "${name}" has a domain in it, which stands in ${role}DomainName`
        return [{ fact: 'account-name', field, message }]
      }),
  },
  {
    name: 'account-sid',
    events: [4624, 4688],
    certainty: 'usual',
    source:
      'held for 1,110 of 1,110 service accounts of recorded logons and process creations, 1,089 of them under the name of the machine',
    violations: (fields) =>
      auditedRoles.flatMap((role) => {
        const [sid, name] = [textOfField(fields, `${role}UserSid`), textOfField(fields, `${role}UserName`)]
        if (sid === null || name === null) return []
        const account = auditedService(fields, role)
        const isOfService = Object.values(serviceSids).includes(sid)
        // What a service does is told as the machine's doing too.
        const isHeld = account === null ? !isOfService || name.endsWith('$') : serviceSids[account] === sid
        return isHeld ? [] : [{ fact: 'account-sid', field: `${role}UserSid`, message: `${name} has the SID ${sid}` }]
      }),
  },
]
