import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Fields } from '../../../../sigma/index.ts'
import { formatGuid, logonIdOf, logonTail, parsedGuid, zeroGuid } from '../../../values/sysmon-guid.ts'
import { type Host, logonGuid, type Session, serviceSession } from '../../machine/profile.ts'
import { sessionNamed } from '../../machine/sessions.ts'
import { givenText } from '../../processes/actor.ts'
import { isCalled, processGuid, processOf, processWithGuid } from '../../processes/process.ts'
import { commandLineOf, doubledPercents } from '../../programs/command-line.ts'
import { programAt } from '../../programs/find-program.ts'
import { hashesOf } from '../../programs/hashes.ts'
import type { Program } from '../../programs/installed/program.ts'
import { completeResource, resourceOf } from '../../programs/version-resource.ts'
import type { Filled, Occasion, ValuesOf } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** Everything a process creation (Sysmon 1) holds beside its System block. */
export function filledProcessCreation({ given, execution, host, chance }: Occasion): Filled<FieldOf<1>> {
  const stated = givenText(given, 'ProcessGuid')
  const known = stated === null || givenText(given, 'Image') !== null ? null : processWithGuid(host, stated)
  const { program } = known ?? execution
  const session = known?.session ?? execution.session
  const milliseconds = eventTime(given.UtcTime, parsedGuid(stated ?? '')?.seconds ?? null)
  const seconds = Math.floor(milliseconds / 1000)
  const parent = parentOf(program, session, given, host, seconds)
  const own = resourceOf(program.description, program.originalFileName, program.vendor)
  const resource = completeResource(own, given, program.image)
  const pick = (below: number) => chance.number.int({ min: 0, max: below - 1 })
  const fresh = (250 + pick(3_750)) * 4
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    ProcessGuid: processGuid(host, seconds, pick(64)),
    ProcessId: known?.id ?? (fresh === host.sysmonProcessId ? fresh + 4 : fresh),
    Image: program.image,
    ...resource,
    CommandLine: doubledPercents(known?.commandLine ?? commandLineOf(program, pick)),
    CurrentDirectory: directoryOf(program, session, pick),
    User: session.user,
    ...consistentLogon(given, session, host),
    TerminalSessionId: session.terminal,
    IntegrityLevel: integrityOf(program, session, pick),
    Hashes: hashesOf(program.image, own.FileVersion.replace(/^-$/, '')),
    ...parent,
  }
  return { fields, milliseconds }
}

type ParentField = FieldOf<1> & `Parent${string}`

/** What Sysmon writes of a parent that it does not know (unknown-parent): before Sysmon 11 a question mark. */
export function unknownParent(mark: '-' | '?'): ValuesOf<ParentField> {
  return {
    ParentProcessGuid: zeroGuid,
    ParentProcessId: 0,
    ParentImage: mark,
    ParentCommandLine: mark,
    ParentUser: '-',
  }
}

/** The process of the host that usually starts the program, for the same person; a parent given stands for itself. */
function parentOf(
  program: Program,
  session: Session,
  given: Fields,
  host: Host,
  before: number,
): ValuesOf<ParentField> {
  const image = givenText(given, 'ParentImage')
  if (image === '-' || image === '?') return unknownParent(image)
  if (image === null && givenText(given, 'ParentProcessGuid') === zeroGuid) return unknownParent('-')
  // Nobody has a desktop in the session of the services.
  const isDesktop = session.terminal === 0 && program.parent === 'explorer.exe'
  const usual = programAt(isDesktop ? 'services.exe' : program.parent) ?? program
  const chosen = image === null ? usual : { ...(programAt(image) ?? usual), image }
  const user = givenText(given, 'ParentUser')
  const own = chosen.account === 'user' ? session : serviceSession(host, chosen.account)
  const parent = processOf(host, chosen, user === null ? own : sessionNamed(user, session, host), before)
  return {
    ParentProcessGuid: parent.guid,
    ParentProcessId: parent.id,
    ParentImage: parent.image,
    ParentCommandLine: parent.commandLine,
    ParentUser: parent.session.user,
  }
}

/** Where a program is started. Windows itself leaves the last backslash away in two places. */
function directoryOf(program: Program, session: Session, pick: (below: number) => number): string {
  const habit = pick(12)
  if (isCalled(program.image, 'conhost.exe')) return 'C:\\Windows'
  if (session.terminal !== 0) return `C:\\Users\\${session.name}\\`
  return habit === 0 ? 'C:\\Windows' : 'C:\\Windows\\system32\\'
}

/** Browsers keep the processes that draw pages on a low level. */
function integrityOf(program: Program, session: Session, pick: (below: number) => number): string {
  const habit = pick(8)
  const isSandboxed = ['edge', 'chrome'].includes(program.vendor ?? '') && session.integrity === 'Medium' && habit < 2
  if (!isSandboxed) return session.integrity
  return habit === 0 ? 'Low' : 'AppContainer'
}

/** LogonId and LogonGuid repeat each other, whichever of them is given. */
function consistentLogon(given: Fields, session: Session, host: Host): { LogonGuid: string; LogonId: string } {
  const own = { LogonGuid: logonGuid(host, session), LogonId: session.logonId }
  const guid = parsedGuid(givenText(given, 'LogonGuid') ?? '')
  if (guid !== null) return { ...own, LogonId: logonIdOf(guid.tail) }
  const tail = logonTail(givenText(given, 'LogonId') ?? '')
  const parts = parsedGuid(own.LogonGuid)
  return tail === null || parts === null ? own : { ...own, LogonGuid: formatGuid({ ...parts, tail }) }
}
