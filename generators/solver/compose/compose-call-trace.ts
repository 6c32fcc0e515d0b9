import type { Chance } from '../../chance.ts'
import { fileName } from '../../host/programs/find-program.ts'

/** What a call trace is made of: what it begins with, holds and ends in, and the trace that usually stands there. */
export interface TraceRequest {
  readonly start: string
  readonly middles: readonly string[]
  readonly end: string
  readonly usual: string
  readonly attempt: number
  readonly chance: Chance
}

/**
 * The usual trace with frames for the fragments in it: ntdll.dll first, then KERNELBASE.dll, then what is wanted, each by
 * its full path and an offset; what has no module is `UNKNOWN(address)`. Later attempts leave usual frames out.
 */
export function composedCallTrace({ start, middles, end, usual, attempt, chance }: TraceRequest): string {
  const framesOf = (text: string) =>
    text
      .split('|')
      .filter((fragment) => fragment !== '')
      .map((fragment) => wholeFrame(fragment, chance))
  const first = framesOf(start)
  const wanted = middles.flatMap(framesOf)
  const last = framesOf(end)
  const [ntdll = '', ...callers] = usual.split('|')
  const own = (name: string) => wanted.filter((frame) => nameIn(frame) === name)
  const roots = first.length > 0 ? first : own('ntdll.dll').length > 0 ? own('ntdll.dll') : [ntdll]
  const bases = own('kernelbase.dll')
  const rest = wanted.filter((frame) => !['ntdll.dll', 'kernelbase.dll'].includes(nameIn(frame)))
  const kept = callers.slice(0, Math.max(0, callers.length - attempt * 2))
  const begun = bases.length > 0 ? [...roots, ...bases] : [...roots, ...kept.slice(0, 1)]
  return [...begun, ...rest, ...kept.slice(1), ...last].join('|')
}

/** The module of a frame, in lower case. */
function nameIn(frame: string): string {
  return fileName(frame.slice(0, frame.lastIndexOf('+'))).toLowerCase()
}

/** A frame around a fragment of one. */
function wholeFrame(fragment: string, chance: Chance): string {
  const address = () => chance.string.hexadecimal({ length: 8, casing: 'upper', prefix: '000001' })
  if (/^UNKNOWN\([0-9A-F]{8,16}\)$/i.test(fragment)) return fragment
  if (/^UNKNOWN/i.test(fragment)) return `${fragment.slice(0, 'UNKNOWN'.length)}(${address()}00)`
  if (fragment === ')') return `UNKNOWN(${address()}00)`
  const [, module = '', offset = ''] = /^(.*?)(?:\+([0-9a-f]*))?$/.exec(fragment) ?? []
  const whole = /\.(?:dll|exe|drv|pyd|ocx)$/i.test(module)
    ? module
    : `${module}${module.endsWith('.') ? '0.50727' : ''}\\clr.dll`
  const isPath = /^[a-z]:\\/i.test(whole)
  const folder = /python|\.pyd$/i.test(whole) ? 'C:\\Program Files\\Python3\\' : 'C:\\Windows\\System32\\'
  const path = isPath ? whole : whole.startsWith(':') ? `C${whole}` : folder + whole.replace(/^\\/, '')
  return `${path}+${offset === '' ? chance.number.int({ min: 0x1000, max: 0x9ffff }).toString(16) : offset}`
}
