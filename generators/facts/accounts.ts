import type { Fields } from '../../sigma/index.ts'
import type { ServiceAccount } from '../values/account-languages.ts'
import { areOfOneLanguage, isUnknownAuthority, serviceAccountNamed } from '../values/localized-accounts.ts'
import { type Fact, textOfField } from './fact.ts'

/** The logons that Windows gives its service accounts. */
export const serviceLogons: Readonly<Record<ServiceAccount, string>> = {
  SYSTEM: '0x3e7',
  'LOCAL SERVICE': '0x3e5',
  'NETWORK SERVICE': '0x3e4',
}

/** Accounts that Windows makes for itself in each session, which hold more than a user's level. */
const ofWindows = /^(?:Window Manager|Font Driver Host)\\/i

/** The fields of Sysmon's events that name an account, who acts first. */
export const userNames = ['User', 'SourceUser', 'TargetUser', 'ParentUser'] as const

function usersIn(fields: Fields): readonly string[] {
  return userNames.flatMap((name) => textOfField(fields, name) ?? [])
}

/** What an event says of accounts: which logon, which level, in which language. */
export const accountFacts: readonly Fact[] = [
  {
    name: 'account-logon',
    events: [1],
    certainty: 'usual',
    source: 'held in 4,599 of 4,599 recorded process creations, 1,988 of them by service accounts',
    violations: (fields) => {
      const [user, logon] = [textOfField(fields, 'User'), textOfField(fields, 'LogonId')]
      if (user === null || logon === null || user === '' || user === '-') return []
      const account = serviceAccountNamed(user)
      const isOfService = Object.values(serviceLogons).includes(logon)
      // What SYSTEM starts with other credentials has a logon of its own.
      const isOwn = account === 'SYSTEM' && !isOfService
      const isHeld = account === null ? !isOfService : isOwn || serviceLogons[account] === logon
      return isHeld ? [] : [{ fact: 'account-logon', field: 'LogonId', message: `${user} has LogonId ${logon}` }]
    },
  },
  {
    name: 'account-level',
    events: [1],
    certainty: 'usual',
    source: 'held in 4,599 of 4,599 recorded process creations, 1,988 of them by service accounts',
    violations: (fields) => {
      const [user, level] = [textOfField(fields, 'User'), textOfField(fields, 'IntegrityLevel')]
      if (user === null || level === null || user === '' || user === '-') return []
      if (ofWindows.test(user)) return []
      const isService = serviceAccountNamed(user) !== null
      if (isService ? level !== 'High' && level !== 'Low' : level !== 'System') return []
      return [{ fact: 'account-level', field: 'IntegrityLevel', message: `${user} runs at IntegrityLevel ${level}` }]
    },
  },
  {
    name: 'account-language',
    events: [1, 8, 10],
    certainty: 'usual',
    source: 'held in 3,444 of 3,444 recorded events that name two users',
    violations: (fields) => {
      const users = usersIn(fields)
      const unknown = userNames.filter((name) => isUnknownAuthority(textOfField(fields, name) ?? ''))
      if (unknown.length > 0) {
        return unknown.map((field) => {
          const message = `no language of Windows has an account ${textOfField(fields, field)}`
          return { fact: 'account-language', field, message }
        })
      }
      if (areOfOneLanguage(users)) return []
      const services = users.filter((user) => serviceAccountNamed(user) !== null)
      const message = `no language of Windows has both ${[...new Set(services)].join(' and ')}`
      const field = userNames.findLast((name) => services.includes(textOfField(fields, name) ?? '')) ?? 'User'
      return [{ fact: 'account-language', field, message }]
    },
  },
]
