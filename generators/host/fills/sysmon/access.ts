import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Chance } from '../../../chance.ts'
import { sessionNamed, sessionOf } from '../../machine/sessions.ts'
import { actorOf, givenText } from '../../processes/actor.ts'
import { strangerOr } from '../../processes/execution.ts'
import { programAt } from '../../programs/find-program.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** A process that was opened by another (10). */
export function filledProcessAccess(occasion: Occasion): Filled<FieldOf<10>> {
  const { chance } = occasion
  const { source, target, milliseconds } = pair(occasion, ['explorer.exe', 'lsass.exe', 'svchost.exe', 'msedge.exe'])
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    SourceProcessGUID: source.ProcessGuid,
    SourceProcessId: source.ProcessId,
    SourceThreadId: threadId(chance),
    SourceImage: source.Image,
    TargetProcessGUID: target.ProcessGuid,
    TargetProcessId: target.ProcessId,
    TargetImage: target.Image,
    GrantedAccess: chance.helpers.arrayElement(['0x1000', '0x1400', '0x1000', '0x1400', '0x3000', '0x101000', '0x40']),
    CallTrace: callTrace(chance),
    SourceUser: source.User,
    TargetUser: target.User,
  }
  return { fields, milliseconds }
}

/** A thread that was started in another process (8); mostly Windows' own console handling. */
export function filledRemoteThread(occasion: Occasion): Filled<FieldOf<8>> {
  const { given, chance } = occasion
  const { source, target, milliseconds } = pair(occasion, ['cmd.exe', 'svchost.exe', 'powershell.exe'])
  const isNamed = chance.number.int({ min: 0, max: 2 }) === 0
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    SourceProcessGuid: source.ProcessGuid,
    SourceProcessId: source.ProcessId,
    SourceImage: source.Image,
    TargetProcessGuid: target.ProcessGuid,
    TargetProcessId: target.ProcessId,
    TargetImage: target.Image,
    NewThreadId: threadId(chance),
    StartAddress: `0x00007FF${chance.string.hexadecimal({ length: 9, casing: 'upper', prefix: '' })}`,
    StartModule: isNamed || givenText(given, 'StartFunction') !== null ? 'C:\\Windows\\System32\\KernelBase.dll' : '-',
    StartFunction: isNamed ? 'CtrlRoutine' : '-',
    SourceUser: source.User,
    TargetUser: target.User,
  }
  return { fields, milliseconds }
}

/** Who acts and who is acted upon: what is given, else one of these. */
function pair({ given, execution, host, chance }: Occasion, usual: readonly string[]) {
  const milliseconds = eventTime(given.UtcTime, null)
  const name = chance.helpers.arrayElement(usual)
  const image = givenText(given, 'TargetImage')
  const program = image === null ? (programAt(name) ?? execution.program) : strangerOr(image)
  const user = givenText(given, 'TargetUser')
  const own = sessionOf(program.account, execution.session, host)
  const session = user === null ? own : sessionNamed(user, own, host)
  const source = actorOf(execution, host, milliseconds, chance)
  const target = actorOf({ ...execution, program, session }, host, milliseconds, chance)
  return { source, target, milliseconds }
}

function threadId(chance: Chance): number {
  return chance.number.int({ min: 250, max: 4_000 }) * 4
}

const callers = ['KERNELBASE.dll', 'KERNEL32.dll', 'combase.dll', 'RPCRT4.dll', 'sechost.dll', 'psmserviceexthost.dll']

/** How the call came about: out of ntdll.dll, through a library or two, each with an offset in lower-case hex. */
function callTrace(chance: Chance): string {
  const frame = (module: string) => `${module}+${chance.number.int({ min: 0x1000, max: 0x9ffff }).toString(16)}`
  const count = chance.helpers.arrayElement([2, 3, 7, 8, 10, 10, 13])
  const rest = Array.from({ length: count }, (_, index) =>
    frame(`C:\\Windows\\System32\\${index === 0 ? 'KERNELBASE.dll' : chance.helpers.arrayElement(callers)}`),
  )
  return [frame('C:\\Windows\\SYSTEM32\\ntdll.dll'), ...rest].join('|')
}
