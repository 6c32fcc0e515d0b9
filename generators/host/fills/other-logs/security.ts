import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Fields } from '../../../../sigma/index.ts'
import type { ServiceAccount } from '../../../values/account-languages.ts'
import { partsOfAccount } from '../../../values/account-spelling.ts'
import {
  accountIn,
  accountWithBareName,
  serviceAccountNamed,
  serviceAccounts,
  serviceSids,
} from '../../../values/localized-accounts.ts'
import { type Host, type Session, serviceSession } from '../../machine/profile.ts'
import { givenText } from '../../processes/actor.ts'
import { processOf } from '../../processes/process.ts'
import { commandLineOf } from '../../programs/command-line.ts'
import { programAt } from '../../programs/find-program.ts'
import type { Filled, Occasion, ValuesOf } from '../fill.ts'
import { eventTime } from '../system-block.ts'

/** A process creation as the Security log has it (4688): the account's parts, numbers in hex, the parent by its path. */
export function filledCreationAudit({ given, execution, host, chance }: Occasion): Filled<FieldOf<4688>> {
  const { program, session } = execution
  const milliseconds = eventTime(given.UtcTime, null)
  const parentImage = givenText(given, 'ParentProcessName') ?? givenText(given, 'ParentImage')
  const usual = programAt(parentImage ?? program.parent) ?? program
  const parentProgram = parentImage === null ? usual : { ...usual, image: parentImage }
  const parent = processOf(host, parentProgram, session, Math.floor(milliseconds / 1000))
  const fields = {
    ...partsGiven('Subject', given, subjectOf(session, host), host),
    NewProcessId: hexNumber(chance.number.int({ min: 250, max: 4_000 }) * 4),
    NewProcessName: program.image,
    TokenElevationType: elevation[session.integrity] ?? '%%1938',
    ProcessId: hexNumber(parent.id),
    CommandLine: commandLineOf(program, (below) => chance.number.int({ min: 0, max: below - 1 })),
    ...partsGiven('Target', given, nobodyAs('Target'), host),
    ParentProcessName: parent.image,
    MandatoryLabel: labels[session.integrity] ?? 'S-1-16-8192',
  }
  return { fields, milliseconds }
}

/** The whole token, an elevated one of two, or the limited one of two. */
const elevation: Readonly<Record<string, string>> = {
  System: '%%1936',
  High: '%%1937',
  Medium: '%%1938',
  Low: '%%1938',
}

/** The well-known SIDs of the integrity levels. */
const labels: Readonly<Record<string, string>> = {
  Low: 'S-1-16-4096',
  Medium: 'S-1-16-8192',
  High: 'S-1-16-12288',
  System: 'S-1-16-16384',
}

/** The fields that tell an account by its parts. */
type AccountOf<Role extends 'Subject' | 'Target'> = ValuesOf<`${Role}${keyof AccountParts}`>

interface AccountParts {
  readonly UserSid: string
  readonly UserName: string
  readonly DomainName: string
  readonly LogonId: string
}

/** Who caused the event. The system's own accounts show as the machine's. */
export function subjectOf(session: Session, host: Host): AccountOf<'Subject'> {
  const isService = session.terminal === 0
  const machine = host.computer.slice(0, host.computer.indexOf('.'))
  return {
    SubjectUserSid: session.sid,
    SubjectUserName: isService ? `${machine}$` : session.name,
    SubjectDomainName: isService ? host.domain : session.user.slice(0, session.user.indexOf('\\')),
    SubjectLogonId: session.logonId,
  }
}

/**
 * The parts of an account, as they are where none of them is given: else those of the account that is given by its SID or by
 * its name (account-sid).
 */
function partsGiven<Role extends 'Subject' | 'Target'>(
  role: Role,
  given: Fields,
  usual: AccountOf<Role>,
  host: Host,
): AccountOf<Role> {
  const text = (part: string) => givenText(given, `${role}${part}`)
  const [sid, name, domain] = [text('UserSid'), text('UserName'), text('DomainName')]
  const partsOf = ({ sid: UserSid, user, logonId: LogonId }: Session): AccountOf<Role> => {
    const { domain: DomainName, name: UserName } = partsOfAccount(user)
    return named(role, { UserSid, UserName, DomainName, LogonId })
  }
  if (name === '-') return nobodyAs(role)
  const called = name === null ? null : domain === null ? accountWithBareName(name) : `${domain}\\${name}`
  const account = serviceAccountNamed(called ?? '') ?? serviceWithSid(sid)
  if (account !== null && (name === null || serviceAccountNamed(called ?? '') !== null)) {
    return partsOf(serviceSession(host, account, called ?? accountIn(account, 'English')))
  }
  const usualSid = givenText(usual, `${role}UserSid`) ?? ''
  const isNoPerson = usualSid === nobodySid || serviceWithSid(usualSid) !== null
  const isStranger = (name !== null && !name.endsWith('$')) || (sid !== null && sid !== nobodySid && account === null)
  const [person] = host.people
  return isNoPerson && isStranger && person !== undefined ? partsOf(person) : usual
}

function named<Role extends 'Subject' | 'Target'>(role: Role, parts: AccountParts): AccountOf<Role> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${role}${part}`, value])) as AccountOf<Role>
}

function serviceWithSid(sid: string | null): ServiceAccount | null {
  return sid === null ? null : (serviceAccounts.find((account) => serviceSids[account] === sid) ?? null)
}

/** How a logon comes about, by its type. */
interface LogonManner {
  readonly process: string
  readonly authentication: string
  readonly lanManager: string
  readonly program: string | null
}

const service: LogonManner = {
  process: 'Advapi  ',
  authentication: 'Negotiate',
  lanManager: '-',
  program: 'C:\\Windows\\System32\\services.exe',
}
const desk: LogonManner = {
  process: 'User32 ',
  authentication: 'Negotiate',
  lanManager: '-',
  program: 'C:\\Windows\\System32\\svchost.exe',
}
const remote: LogonManner = { process: 'Kerberos', authentication: 'Kerberos', lanManager: '-', program: null }
const lanManager: LogonManner = { process: 'NtLmSsp ', authentication: 'NTLM', lanManager: 'NTLM V2', program: null }

const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** A logon (4624): of a service, at the desk, or over the network. */
export function filledLogon({ given, execution, host, chance }: Occasion): Filled<FieldOf<4624>> {
  const milliseconds = eventTime(given.UtcTime, null)
  const usualType = chance.helpers.arrayElement([5, 5, 3, 3, 2, 7])
  const type = typeof given.LogonType === 'number' ? given.LogonType : usualType
  const isRemote = type === 3 || type === 8 || type === 10
  const isLanManager =
    givenText(given, 'AuthenticationPackageName') === 'NTLM' || chance.number.int({ min: 0, max: 3 }) === 0
  const manner = type === 3 || type === 9 ? (isLanManager ? lanManager : remote) : type === 5 ? service : desk
  const person = execution.session.terminal === 0 ? (host.people[0] ?? execution.session) : execution.session
  const account = type === 5 ? serviceSession(host, 'SYSTEM') : person
  const [domain = '', name = ''] = account.user.split('\\')
  const machine = host.computer.slice(0, host.computer.indexOf('.'))
  const caller = manner.program === null ? null : programAt(manner.program)
  const subject = caller === null ? nobodyAs('Subject') : subjectOf(serviceSession(host, 'SYSTEM'), host)
  const callerId = caller === null ? 0 : processOf(host, caller, serviceSession(host, 'SYSTEM'), Infinity).id
  const target = {
    TargetUserSid: account.sid,
    TargetUserName: name,
    TargetDomainName: domain,
    TargetLogonId:
      type === 5 ? account.logonId : `0x${chance.number.int({ min: 0x20000, max: 0x6ffffff }).toString(16)}`,
  }
  const fields = {
    ...partsGiven('Subject', given, subject, host),
    ...partsGiven('Target', given, target, host),
    LogonType: type,
    LogonProcessName: manner.process,
    AuthenticationPackageName: manner.authentication,
    WorkstationName: isRemote ? '-' : type === 5 ? '-' : machine,
    LogonGuid: manner === remote ? randomGuid(chance) : zeroGuid,
    TransmittedServices: '-',
    LmPackageName: manner.lanManager,
    KeyLength: manner === lanManager ? 128 : 0,
    ProcessId: hexNumber(callerId),
    ProcessName: caller?.image ?? '-',
    IpAddress: isRemote
      ? `10.20.${chance.number.int({ min: 1, max: 250 })}.${chance.number.int({ min: 2, max: 250 })}`
      : type === 5
        ? '-'
        : '127.0.0.1',
    IpPort: isRemote ? String(chance.number.int({ min: 49_152, max: 65_535 })) : type === 5 ? '-' : '0',
    ImpersonationLevel: '%%1833',
    RestrictedAdminMode: '-',
    TargetOutboundUserName: '-',
    TargetOutboundDomainName: '-',
    VirtualAccount: '%%1843',
    TargetLinkedLogonId: '0x0',
    ElevatedToken: account.integrity === 'Medium' ? '%%1843' : '%%1842',
  }
  return { fields, milliseconds }
}

const nobodySid = 'S-1-0-0'

function nobodyAs<Role extends 'Subject' | 'Target'>(role: Role): AccountOf<Role> {
  return named(role, { UserSid: nobodySid, UserName: '-', DomainName: '-', LogonId: '0x0' })
}

function randomGuid(chance: Occasion['chance']): string {
  return [8, 4, 4, 4, 12].map((length) => chance.string.hexadecimal({ length, casing: 'upper', prefix: '' })).join('-')
}

/** As the Security log writes ids. */
export function hexNumber(value: number): string {
  return `0x${value.toString(16)}`
}
