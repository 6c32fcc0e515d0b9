import type { Fields } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { formatGuid, logonIdOf, logonTail, parsedGuid } from '../sysmon/guid.ts'
import type { Cast } from './cast.ts'
import { eventTime, spelledTime } from './fill-system.ts'
import { fileName, programAt } from './find-program.ts'
import { hashesOf } from './hashes.ts'
import { type Host, logonGuid, processGuid, type Session, serviceSession } from './profile.ts'
import { type Program, vendors } from './programs.ts'

/** Everything a process creation holds beside its System block, given values not yet put in; with the time it happens. */
export function filledProcessCreation(
  given: Fields,
  { program, session }: Cast,
  host: Host,
  chance: Chance,
): { readonly fields: Fields; readonly milliseconds: number } {
  const guid = parsedGuid(textOf(given.ProcessGuid))
  const milliseconds = eventTime(given.UtcTime, guid?.seconds ?? null)
  const seconds = Math.floor(milliseconds / 1000)
  const parent = parentOf(program, given)
  const parentSession = parent.account === 'user' ? session : serviceSession(host, parent.account)
  const logon = consistentLogon(given, session, host)
  const resource = program.vendor === null ? null : vendors[program.vendor]
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    ProcessGuid: processGuid(host, seconds, chance),
    ProcessId: processId(chance),
    Image: program.image,
    FileVersion: resource?.version ?? '-',
    Description: program.description || '-',
    Product: resource?.product ?? '-',
    Company: resource?.company ?? '-',
    OriginalFileName: program.originalFileName || '-',
    CommandLine: commandLine(program, chance),
    CurrentDirectory: session.terminal === 0 ? 'C:\\Windows\\system32\\' : `C:\\Users\\${session.name}\\`,
    User: session.user,
    ...logon,
    TerminalSessionId: session.terminal,
    IntegrityLevel: session.integrity,
    Hashes: hashesOf(program.image, resource?.version ?? ''),
    ParentProcessGuid: processGuid(host, seconds - chance.number.int({ min: 2, max: 5_000 }), chance),
    ParentProcessId: processId(chance),
    ParentImage: parent.image,
    ParentCommandLine: commandLine(parent, chance),
    ParentUser: parentSession.user,
  }
  return { fields, milliseconds }
}

/** The number of a process: a multiple of four. */
export function processId(chance: Chance): number {
  return chance.number.int({ min: 250, max: 4_000 }) * 4
}

/** How a program is called: with its full path in quotes from the desktop, by its bare name from a command prompt. */
export function commandLine(program: Program, chance: Chance): string {
  const rest = chance.helpers.arrayElement(program.arguments)
  const name = fileName(program.image)
  if (name === 'conhost.exe') return `\\??\\${program.image} ${rest}`
  if (program.account !== 'user' && !program.image.includes(' ')) return `${program.image} ${rest}`.trimEnd()
  if (program.parent === 'cmd.exe') return `${name.replace(/\.exe$/i, '')}  ${rest}`.trimEnd()
  return `"${program.image}" ${rest}`
}

/** The usual parent; a parent that is given stands for itself. */
function parentOf(program: Program, given: Fields): Program {
  const usual = programAt(program.parent) ?? program
  const image = given.ParentImage
  if (typeof image !== 'string') return usual
  return { ...(programAt(image) ?? usual), image }
}

/** LogonId and LogonGuid repeat each other, whichever of them is given. */
function consistentLogon(given: Fields, session: Session, host: Host): { LogonGuid: string; LogonId: string } {
  const own = { LogonGuid: logonGuid(host, session), LogonId: session.logonId }
  const guid = parsedGuid(textOf(given.LogonGuid))
  if (guid !== null) return { ...own, LogonId: logonIdOf(guid.tail) }
  const tail = logonTail(textOf(given.LogonId))
  const parts = parsedGuid(own.LogonGuid)
  return tail === null || parts === null ? own : { ...own, LogonGuid: formatGuid({ ...parts, tail }) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
