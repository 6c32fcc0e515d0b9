import type { EventId } from '../../../catalogue/index.ts'
import type { Fields } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { serviceAccountNamed } from '../../values/localized-accounts.ts'
import { logonIdOf, parsedGuid } from '../../values/sysmon-guid.ts'
import { allSessions, type Host, type Session, serviceSession } from '../machine/profile.ts'
import { sessionAt, sessionNamed, sessionOf } from '../machine/sessions.ts'
import { everydayPrograms, isEveryday, programAt } from '../programs/find-program.ts'
import type { Program } from '../programs/installed/program.ts'
import { programs } from '../programs/installed/programs.ts'
import { givenText } from './actor.ts'

/** Who acts in an event: a program, on behalf of somebody, over one family of addresses. */
export interface Execution {
  readonly program: Program
  readonly session: Session
  readonly family: 'ipv4' | 'ipv6'
}

/** What the caller of {@link executionFor} would like; null leaves it to chance. */
export interface Preference {
  readonly program: Program | null
  readonly family: 'ipv4' | 'ipv6'
}

/** No particular preference. */
export const noPreference: Preference = { program: null, family: 'ipv4' }

/** The names under which events of any kind say who acts. */
const imageNames = ['Image', 'SourceImage', 'NewProcessName', 'ProcessName'] as const
const userNames = ['User', 'SourceUser'] as const

/** What is given of the actor, under whatever name the event has for it. */
interface GivenActor {
  readonly image: string | null
  readonly user: string | null
}

/** Chooses who acts, so that it agrees with what is given: Image, OriginalFileName, DestinationPort, User, LogonId. */
export function executionFor(
  eventId: EventId,
  given: Fields,
  preference: Preference,
  host: Host,
  chance: Chance,
): Execution {
  const actor = { image: firstText(given, imageNames), user: firstText(given, userNames) }
  const program = programFor(eventId, given, actor, preference, chance)
  return { program, session: sessionFor(given, actor, program, host, chance), family: preference.family }
}

/** Events that everyday programs of one kind cause. */
const actors: Readonly<Partial<Record<EventId, (program: Program) => boolean>>> = {
  3: (program) => program.ports.length > 0,
  8: (program) => program.account === 'SYSTEM',
  22: (program) => program.ports.includes(443),
  4103: () => false,
  4104: () => false,
}

function programFor(
  eventId: EventId,
  given: Fields,
  actor: GivenActor,
  preference: Preference,
  chance: Chance,
): Program {
  // Drawn first and always, so that what is given does not shift the values drawn after it.
  const isFit = actors[eventId] ?? (() => true)
  const ordinary = everydayPrograms.filter((each) => isFit(each) && (eventId === 1 || !isShortLived(each)))
  const anyProgram = chance.helpers.arrayElement(ordinary.length > 0 ? ordinary : powershells)
  const roll = chance.number.int({ min: 0, max: 999_983 })
  if (actor.image !== null) return strangerOr(actor.image)
  if (preference.program !== null) return preference.program
  const resource = eventId === 1 ? given.OriginalFileName : undefined
  const named = programs.find((each) => typeof resource === 'string' && sameText(each.originalFileName, resource))
  if (named !== undefined) return named
  const port = given.DestinationPort
  const connecting = typeof port === 'number' ? programs.filter((each) => each.ports.includes(port)) : []
  const ofAccount = programsOf(given, actor)
  const found = connecting.length > 0 ? connecting : ofAccount.includes(anyProgram) ? [] : ofAccount
  return found[roll % Math.max(1, found.length)] ?? anyProgram
}

const powershells = programs.filter((program) => ['PowerShell.EXE', 'pwsh.dll'].includes(program.originalFileName))

/** What a command prompt starts is gone before it opens, loads or deletes much. */
function isShortLived(program: Program): boolean {
  return program.parent === 'cmd.exe'
}

/** The everyday programs that run under the service account given; empty when none is. */
function programsOf(given: Fields, { user }: GivenActor): readonly Program[] {
  const account = user === null ? accountOfLogon(given) : serviceAccountNamed(user)
  return account === null ? [] : programs.filter((program) => isEveryday(program) && program.account === account)
}

const logons = { '0x3e7': 'SYSTEM', '0x3e5': 'LOCAL SERVICE', '0x3e4': 'NETWORK SERVICE' } as const

/** The service account that a logon is of, or an integrity level that only they have. */
function accountOfLogon(given: Fields) {
  const logon = logonIn(given)
  if (logon === '0x3e7' || logon === '0x3e5' || logon === '0x3e4') return logons[logon]
  return logon === null && given.IntegrityLevel === 'System' ? 'SYSTEM' : null
}

/** The number of the logon that is given, by itself or in the GUID that repeats it. */
function logonIn(given: Fields): string | null {
  const guid = parsedGuid(givenText(given, 'LogonGuid') ?? '')
  return givenText(given, 'LogonId') ?? (guid === null ? null : logonIdOf(guid.tail))
}

/** The program at a path; a stranger has no version resource. */
export function strangerOr(image: string): Program {
  const known = programAt(image)
  if (known !== null) return { ...known, image }
  const nothing = { description: '', originalFileName: '', vendor: null, arguments: [''], ports: [443] }
  return { image, ...nothing, account: 'user', parent: 'explorer.exe' }
}

function sessionFor(given: Fields, { user, image }: GivenActor, program: Program, host: Host, chance: Chance): Session {
  const drawn = chance.helpers.arrayElement(host.people)
  const owner = ownerIn(given, host)
  const somebody = owner ?? drawn
  const level = typeof given.IntegrityLevel === 'string' ? given.IntegrityLevel : null
  const leveled = (session: Session) => (level === null || level === 'System' ? session : sessionAt(session, level))
  if (user !== null) return leveled(sessionNamed(user, somebody, host))
  const account = accountOfLogon(given)
  if (account !== null) return serviceSession(host, account)
  const logon = logonIn(given)
  const loggedOn = allSessions(host).find((session) => session.logonId === logon)
  if (loggedOn !== undefined) return loggedOn
  // What lies in somebody's folder is theirs, whatever it is called.
  const isTheirs = logon !== null || level !== null || (owner !== null && image !== null && isOf(owner, image))
  return isTheirs ? leveled(somebody) : sessionOf(program.account, somebody, host)
}

/** The fields that tell whose folders an event is about, the surest first. */
const placeNames = [...imageNames, 'CurrentDirectory', 'TargetFilename', 'ImageLoaded'] as const

/** The person of the host whose profile a path that is given lies in. */
function ownerIn(given: Fields, host: Host): Session | null {
  const paths = placeNames.flatMap((name) => firstText(given, [name]) ?? [])
  const owners = paths.flatMap((path) => host.people.find((person) => isOf(person, path)) ?? [])
  return owners[0] ?? null
}

function isOf({ name }: Session, path: string): boolean {
  return path.toLowerCase().startsWith(`c:\\users\\${name.toLowerCase()}\\`)
}

function firstText(given: Fields, names: readonly string[]): string | null {
  const texts = names.map((name) => (Object.hasOwn(given, name) ? given[name] : undefined))
  return texts.find((text) => typeof text === 'string') ?? null
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
