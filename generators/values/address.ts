import ipaddr from 'ipaddr.js'
import type { Network } from '../../sigma/index.ts'

/** The family of an address. */
export type Family = Network['family']

/** The bytes of an address in any strict spelling, or null. Octal, hex and short forms of IPv4 are none. */
export function addressBytes(text: string): readonly number[] | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toByteArray()
  if (text.includes('%') || !text.includes(':') || !ipaddr.IPv6.isValid(text)) return null
  return ipaddr.IPv6.parse(text).toByteArray()
}

/** An address as Sysmon writes it: IPv4 dotted; IPv6 as eight groups in lower case, never abbreviated. */
export function spelledAddress(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0))
  return groups.map((group) => group.toString(16)).join(':')
}

/** The family of an address by its spelling, as Sysmon's flags have it: a colon makes it IPv6. Null when it is none. */
export function familyOf(text: string): Family | null {
  if (addressBytes(text) === null) return null
  return text.includes(':') ? 'ipv6' : 'ipv4'
}

/** The address as one whole number, for arithmetic at the edges of networks. */
export function addressNumber(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

/** The bytes of an address given as a number. */
export function numberedAddress(value: bigint, family: Family): readonly number[] {
  const length = family === 'ipv4' ? 4 : 16
  return Array.from({ length }, (_, index) => Number((value >> BigInt((length - 1 - index) * 8)) & 0xffn))
}
