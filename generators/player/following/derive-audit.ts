import type { Fields } from '../../../sigma/index.ts'
import { serviceLogons } from '../../facts/accounts.ts'
import { auditedRoles, auditedService } from '../../facts/audited-accounts.ts'
import { textOfField } from '../../facts/fact.ts'
import { type Host, serviceSession } from '../../host/machine/profile.ts'
import { partsOfAccount } from '../../values/account-spelling.ts'
import { accountWithBareName, serviceAccountNamed, serviceSids } from '../../values/localized-accounts.ts'
import type { Tie } from './tie.ts'

/** Domain, SID and logon of the account whose name a scenario has set, where they cannot be what they were (account-sid). */
export function derivedAudit(fields: Fields, tie: Tie, host: Host): Fields {
  return Object.assign({}, ...auditedRoles.map((role) => ofRole(fields, role, tie, host)))
}

function ofRole(fields: Fields, role: (typeof auditedRoles)[number], { isSet, follows }: Tie, host: Host): Fields {
  const [name, domain, sid, logon] = [`${role}UserName`, `${role}DomainName`, `${role}UserSid`, `${role}LogonId`]
  const text = isSet(name) ? textOfField(fields, name) : null
  if (text === null || text === '' || text === '-' || text.endsWith('$')) return {}
  const following = (values: Fields) =>
    Object.fromEntries(Object.entries(values).filter(([each]) => Object.hasOwn(fields, each) && follows(each)))
  const named = auditedService(fields, role)
  const called = follows(domain) ? accountWithBareName(text) : null
  const account = named ?? (called === null ? null : serviceAccountNamed(called))
  if (account !== null) {
    const authority = named === null && called !== null ? { [domain]: partsOfAccount(called).domain } : {}
    return following({ ...authority, [sid]: serviceSids[account], [logon]: serviceLogons[account] })
  }
  if (!Object.values(serviceSids).includes(textOfField(fields, sid) ?? '')) return {}
  const somebody = host.people[0] ?? serviceSession(host, 'SYSTEM')
  return following({ [domain]: host.domain, [sid]: somebody.sid, [logon]: somebody.logonId })
}
