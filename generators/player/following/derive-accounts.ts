import type { Fields } from '../../../sigma/index.ts'
import { serviceLogons } from '../../facts/accounts.ts'
import { textOfField } from '../../facts/fact.ts'
import { type Host, serviceSession } from '../../host/machine/profile.ts'
import { sessionNamed } from '../../host/machine/sessions.ts'
import { accountBeside, serviceAccountNamed } from '../../values/localized-accounts.ts'
import type { Tie } from './tie.ts'

/** Logon and level of the User that a scenario has set, where they cannot be what they were (account-logon, account-level). */
export function derivedLogon(fields: Fields, { isSet, follows }: Tie, host: Host): Fields {
  const user = isSet('User') ? textOfField(fields, 'User') : null
  if (user === null || user === '' || user === '-') return {}
  const account = serviceAccountNamed(user)
  const isServiceLogon = Object.values(serviceLogons).some((logon) => logon === textOfField(fields, 'LogonId'))
  const level = textOfField(fields, 'IntegrityLevel')
  const somebody = host.people[0] ?? serviceSession(host, 'SYSTEM')
  const { logonId } = sessionNamed(user, somebody, host)
  // A GUID repeats its logon always: where it stays, so does that.
  const isMoved = follows('LogonId') && follows('LogonGuid') && (account !== null || isServiceLogon)
  const isLevelWrong = level !== null && (account === null) === (level === 'System')
  return {
    ...(isMoved ? { LogonId: logonId } : {}),
    ...(isLevelWrong && follows('IntegrityLevel') ? { IntegrityLevel: account === null ? 'Medium' : 'System' } : {}),
  }
}

const userNames = ['User', 'SourceUser', 'TargetUser', 'ParentUser'] as const

/** The other accounts of an event in the language of the one that a scenario has set (account-language). */
export function derivedLanguage(fields: Fields, { isSet, follows }: Tie): Fields {
  const told = userNames.filter(isSet).map((name) => textOfField(fields, name) ?? '')
  const beside = told.find((user) => serviceAccountNamed(user) !== null)
  if (beside === undefined) return {}
  const others = userNames.flatMap((name) => {
    const user = follows(name) ? textOfField(fields, name) : null
    const spoken = user === null ? null : accountBeside(beside, user)
    return spoken === null || spoken === user ? [] : [[name, spoken] as const]
  })
  return Object.fromEntries(others)
}
