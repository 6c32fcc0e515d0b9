import type { FieldOf } from '../../../../catalogue/index.ts'
import { type Actor, actorOf, givenText } from '../../processes/actor.ts'
import { executableFile, fileWrittenBy } from '../../programs/documents.ts'
import { hashesOf } from '../../programs/hashes.ts'
import type { Filled, Occasion, ValuesOf } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** The fields that every event about a process's doings begins with, and its time. */
export function begun({ given, execution, host, chance }: Occasion): Filled<'RuleName' | 'UtcTime' | keyof Actor> {
  const milliseconds = eventTime(given.UtcTime, null)
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    ...actorOf(execution, host, milliseconds, chance),
  }
  return { fields, milliseconds }
}

function withFields<Begun extends string, More extends string>(
  { fields, milliseconds }: Filled<Begun>,
  more: ValuesOf<More>,
): Filled<Begun | More> {
  return { fields: { ...fields, ...more }, milliseconds }
}

/** A file creation (11): in most, the file is as old as the event; an overwritten one keeps its age. */
export function filledFileCreation(occasion: Occasion): Filled<FieldOf<11>> {
  const { execution, chance } = occasion
  const start = begun(occasion)
  const age = chance.number.int({ min: 0, max: 99 }) < 85 ? 0 : chance.number.int({ min: 60_000, max: 90 * 86_400_000 })
  return withFields(start, {
    TargetFilename: fileWrittenBy(execution.program, execution.session, chance),
    CreationUtcTime: spelledTime(start.milliseconds - age),
  })
}

/** A changed creation time (2): the new one lies before the one it replaces. */
export function filledFileTimeChange(occasion: Occasion): Filled<FieldOf<2>> {
  const { execution, chance } = occasion
  const start = begun(occasion)
  const previous = start.milliseconds - chance.number.int({ min: 0, max: 2_000 })
  return withFields(start, {
    TargetFilename: fileWrittenBy(execution.program, execution.session, chance),
    CreationUtcTime: spelledTime(previous - chance.number.int({ min: 0, max: 40 * 86_400_000 })),
    PreviousCreationUtcTime: spelledTime(previous),
  })
}

/** A deleted file (23, 26), or one that was kept from deletion (28). */
export function filledFileDeletion(occasion: Occasion): Filled<FieldOf<23 | 26 | 28>> {
  const { given, execution, chance } = occasion
  const file = fileWrittenBy(execution.program, execution.session, chance)
  const named = givenText(given, 'TargetFilename') ?? file
  return withFields(begun(occasion), {
    TargetFilename: file,
    Hashes: hashesOf(named, '', isExecutable(named)),
    IsExecutable: isExecutable(named),
    Archived: 'true',
  })
}

/** An executable that was written (29) or blocked (27). */
export function filledExecutable(occasion: Occasion): Filled<FieldOf<27 | 29>> {
  const { given, execution, chance } = occasion
  const file = executableFile(execution.session, chance)
  return withFields(begun(occasion), {
    TargetFilename: file,
    Hashes: hashesOf(givenText(given, 'TargetFilename') ?? file, ''),
  })
}

/** An alternate stream (15): mostly the mark that a browser leaves on a download. */
export function filledFileStream(occasion: Occasion): Filled<FieldOf<15>> {
  const { given, execution, chance } = occasion
  const start = begun(occasion)
  const file = `${executableFile(execution.session, chance)}:Zone.Identifier`
  const age = chance.number.int({ min: 0, max: 9_000 })
  return withFields(start, {
    TargetFilename: file,
    CreationUtcTime: spelledTime(start.milliseconds - age),
    Hash: hashesOf(givenText(given, 'TargetFilename') ?? file, '', false),
    Contents:
      '[ZoneTransfer]  ZoneId=3  ReferrerUrl=https://intranet.example/  HostUrl=https://intranet.example/files/  ',
  })
}

/** A disk that was read past the file system (9). */
export function filledRawAccess(occasion: Occasion): Filled<FieldOf<9>> {
  const volume = occasion.chance.number.int({ min: 1, max: 4 })
  return withFields(begun(occasion), { Device: `\\Device\\HarddiskVolume${volume}` })
}

/** A changed clipboard (24). */
export function filledClipboard(occasion: Occasion): Filled<FieldOf<24>> {
  const { given, execution, chance } = occasion
  const content = chance.string.hexadecimal({ length: 8, prefix: '' })
  return withFields(begun(occasion), {
    Session: execution.session.terminal,
    ClientInfo: `user: ${givenText(given, 'User') ?? execution.session.user}`,
    Hashes: hashesOf(content, 'clipboard', false),
    Archived: 'true',
  })
}

/** A process that ended (5). */
export function filledTermination(occasion: Occasion): Filled<FieldOf<5>> {
  return begun(occasion)
}

/** A process whose image was tampered with (25). */
export function filledTampering(occasion: Occasion): Filled<FieldOf<25>> {
  return withFields(begun(occasion), { Type: 'Image is replaced' })
}

function isExecutable(path: string): boolean {
  return /\.(?:exe|dll|sys|scr|cpl|ocx|com)$/i.test(path)
}
