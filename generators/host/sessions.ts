import { serviceAccountNamed } from '../values/localized-accounts.ts'
import { type Host, type Session, serviceSession } from './profile.ts'
import type { Program } from './programs.ts'

/** The session of this user: a service account's, a person's of the host, or a stranger's who sits where somebody does. */
export function sessionNamed(user: string, somebody: Session, host: Host): Session {
  const account = serviceAccountNamed(user)
  if (account !== null) return serviceSession(host, account, user)
  const known = host.people.find((person) => person.user === user)
  return known ?? { ...somebody, user, name: user.slice(user.lastIndexOf('\\') + 1) }
}

/** The session in which a program runs that somebody's session has to do with. */
export function sessionOf(account: Program['account'], somebody: Session, host: Host): Session {
  if (account !== 'user') return serviceSession(host, account)
  return somebody.terminal === 0 ? (host.people[0] ?? somebody) : somebody
}
