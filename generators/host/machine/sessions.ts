import { hash } from 'node:crypto'
import { serviceAccountNamed } from '../../values/localized-accounts.ts'
import type { Program } from '../programs/installed/program.ts'
import { type Host, linkedSession, type Session, serviceSession } from './profile.ts'

/**
 * The session of this user: a service account's, a person's of the host, or that of a stranger who sits where somebody
 * does, under a logon and a SID of their own.
 */
export function sessionNamed(user: string, somebody: Session, host: Host): Session {
  const account = serviceAccountNamed(user)
  if (account !== null) return serviceSession(host, account, user)
  const known = host.people.find((person) => person.user === user)
  if (known !== undefined) return known
  const draws = hash('sha256', [host.machine, user].join('\n'), 'buffer')
  const logonId = `0x${(0x7000000 + (draws.readUInt32LE(0) % 0x8000000)).toString(16)}`
  const sid = `${host.domainSid}-${1200 + (draws.readUInt32LE(4) % 3_000)}`
  return { ...somebody, user, name: user.slice(user.lastIndexOf('\\') + 1), logonId, sid, integrity: 'Medium' }
}

/** The session in which a program runs that somebody's session has to do with. */
export function sessionOf(account: Program['account'], somebody: Session, host: Host): Session {
  if (account !== 'user') return serviceSession(host, account)
  return somebody.terminal === 0 ? (host.people[0] ?? somebody) : somebody
}

/** The session at another integrity level: what is elevated has a logon of its own, what is not shares the other one. */
export function sessionAt(session: Session, level: string): Session {
  if (session.terminal === 0 || level === session.integrity) return session
  const isOther = (level === 'High') !== (session.integrity === 'High')
  return { ...(isOther ? linkedSession(session) : session), integrity: level }
}

/** The folder of the session's profile. */
export function homeOf({ sid, name }: Session): string {
  if (sid === 'S-1-5-18') return 'C:\\Windows\\System32\\config\\systemprofile'
  if (sid === 'S-1-5-19') return 'C:\\Windows\\ServiceProfiles\\LocalService'
  return sid === 'S-1-5-20' ? 'C:\\Windows\\ServiceProfiles\\NetworkService' : `C:\\Users\\${name}`
}
