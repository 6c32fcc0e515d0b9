import type { Fields } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { zeroGuid } from '../../values/sysmon-guid.ts'
import type { Host } from '../machine/profile.ts'
import type { Execution } from './execution.ts'
import { processOf, systemProcess } from './process.ts'

/** The process that an event is about, under the names that most events have for it. */
export interface Actor {
  readonly ProcessGuid: string
  readonly ProcessId: number
  readonly Image: string
  readonly User: string
}

/**
 * The process that executes, as an event at this time shows it. The kernel itself has number 4, a process that is
 * gone no GUID: Sysmon takes names from a cache.
 */
export function actorOf(execution: Execution, host: Host, milliseconds: number, chance: Chance): Actor {
  const { program, session } = execution
  const spelling = chance.number.int({ min: 0, max: 99 })
  if (program.image === 'System') {
    const { guid, id } = systemProcess(host)
    return { ProcessGuid: guid, ProcessId: id, Image: program.image, User: 'NT AUTHORITY\\SYSTEM' }
  }
  const running = processOf(host, program, session, Math.floor(milliseconds / 1000))
  if (program.image === '<unknown process>') {
    return { ProcessGuid: zeroGuid, ProcessId: running.id, Image: program.image, User: '-' }
  }
  return {
    ProcessGuid: running.guid,
    ProcessId: running.id,
    Image: respelled(running.image, spelling),
    User: session.user,
  }
}

/**
 * A path in one of the spellings that events other than a process's creation use: the letter case of its system folders
 * is not stable. Of recorded events 59 in 100 repeat the creation exactly.
 */
export function respelled(image: string, spelling: number): string {
  if (spelling < 60) return image
  const wanted = spelling < 85 ? 'C:\\Windows\\system32\\' : 'C:\\WINDOWS\\system32\\'
  return image.replace(/^C:\\Windows\\System32\\/, () => wanted)
}

/** The text given for a field, or null. */
export function givenText(given: Fields, name: string): string | null {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  return typeof value === 'string' ? value : null
}
