import { fileName } from './find-program.ts'
import type { Program } from './installed/program.ts'

/** A number from 0 to below the limit. */
export type Pick = (below: number) => number

/**
 * How a program is called. From the desktop with its full path in quotes, a blank left behind where nothing follows; by
 * a service with its bare path; from a command prompt by its name, which cmd.exe follows with two blanks when it has
 * looked the program up itself. The rates are about those of recorded process creations.
 */
export function commandLineOf(program: Program, pick: Pick): string {
  const chosen = pick(program.arguments.length * 64)
  const rest = program.arguments[chosen % program.arguments.length] ?? ''
  const habit = Math.floor(chosen / program.arguments.length)
  const name = fileName(program.image)
  if (name === 'conhost.exe') return `\\??\\${program.image} ${rest}`
  if (program.account !== 'user' && !program.image.includes(' ')) return `${program.image} ${rest}`.trimEnd()
  if (program.parent === 'cmd.exe') return typed(name.replace(/\.exe$/i, ''), rest, habit)
  const called = `"${program.image}" ${rest}`
  return rest === '' && habit % 4 !== 0 ? called.trimEnd() : called
}

/** What stands at a command prompt. */
function typed(name: string, rest: string, habit: number): string {
  const blanks = habit % 8 === 0 ? ' ' : '  '
  const trailing = rest !== '' && habit % 16 === 3 ? ' ' : ''
  return `${name}${blanks}${rest}${trailing}`
}

/** A command line as CommandLine has it: Sysmon doubles its percent signs. ParentCommandLine keeps them as they are. */
export function doubledPercents(text: string): string {
  return text.replaceAll('%', '%%')
}
