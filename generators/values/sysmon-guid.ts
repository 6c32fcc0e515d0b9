/**
 * How Sysmon lays out its GUIDs: machine id, creation time in seconds since 1970 with its low and high half in groups 2 and
 * 3, then eight bytes that depend on the kind.
 */
const shape = /^([0-9A-F]{8})-([0-9A-F]{4})-([0-9A-F]{4})-([0-9A-F]{4})-([0-9A-F]{12})$/

/** A GUID of unknown processes. */
export const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** A GUID taken apart: `tail` is the last eight bytes as 16 hex digits. */
export interface SysmonGuid {
  readonly machine: string
  readonly seconds: number
  readonly tail: string
}

/** Takes a GUID apart; null when the text is none in Sysmon's spelling (upper case, no braces). */
export function parsedGuid(text: string): SysmonGuid | null {
  const [, machine = '', low = '', high = '', start = '', end = ''] = shape.exec(text) ?? []
  if (machine === '') return null
  return { machine, seconds: Number.parseInt(high + low, 16), tail: start + end }
}

/** Puts a GUID together. */
export function formatGuid({ machine, seconds, tail }: SysmonGuid): string {
  const time = hex(BigInt(seconds), 8)
  return `${machine}-${time.slice(4)}-${time.slice(0, 4)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** A number as upper-case hex of this many digits. */
export function hex(value: bigint, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0').slice(-digits)
}

/** The bytes of a hex text in reverse order: little-endian to big-endian and back. */
export function swapBytes(text: string): string {
  return (text.match(/../g) ?? []).reverse().join('')
}

/** The tail that a LogonGuid has for a LogonId such as `0x3e7`; null when that is no LogonId. */
export function logonTail(logonId: string): string | null {
  return /^0x[0-9a-f]{1,16}$/.test(logonId) ? swapBytes(hex(BigInt(logonId), 16)) : null
}

/** The LogonId that stands in the tail of a LogonGuid. */
export function logonIdOf(tail: string): string {
  return `0x${BigInt(`0x${swapBytes(tail)}`).toString(16)}`
}

/** True for the layout from before Sysmon 11, which has a token id in a process GUID's tail. */
export function isOldProcessTail(tail: string): boolean {
  return tail.startsWith('00000010')
}

/** The old layout's tail of a LogonGuid: a mark and the low half of LogonId. */
export function oldLogonTail(logonId: string): string | null {
  const tail = logonTail(logonId)
  return tail === null ? null : `00000020${tail.slice(0, 8)}`
}
