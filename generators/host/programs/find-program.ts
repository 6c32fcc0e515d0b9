import type { Program } from './installed/program.ts'
import { programs } from './installed/programs.ts'

const everydayNames: readonly string[] = [
  'explorer.exe',
  'svchost.exe',
  'spoolsv.exe',
  'taskhostw.exe',
  'dllhost.exe',
  'conhost.exe',
  'notepad.exe',
  'WINWORD.EXE',
  'EXCEL.EXE',
  'OUTLOOK.EXE',
  'msedge.exe',
  'chrome.exe',
  'firefox.exe',
  'ping.exe',
  'find.exe',
  'findstr.exe',
  'robocopy.exe',
]

/** What runs on every desk all day: an event made without looking at any rule is about one of these. */
export const everydayPrograms: readonly Program[] = programs.filter(isEveryday)

/** Whether a program is one of those that run on every desk all day. */
export function isEveryday(program: Program): boolean {
  return everydayNames.includes(fileName(program.image))
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}

/** The folder of a path, with its backslash; empty for a bare name. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('\\') + 1)
}

/** The program at this path, or else of this file name, letter case ignored; null when the host has none. */
export function programAt(image: string): Program | null {
  const wanted = image.toLowerCase()
  return byImage.get(wanted) ?? byName.get(fileName(wanted)) ?? null
}

/** Of several programs of one name the first. */
const inReverse = programs.toReversed()
const byImage = new Map(inReverse.map((program) => [program.image.toLowerCase(), program]))
const byName = new Map(inReverse.map((program) => [fileName(program.image).toLowerCase(), program]))
