import ipaddr from 'ipaddr.js'
import type { Network } from '../rule/predicate.ts'

/** An IP address as its bytes. */
export interface Address {
  readonly family: 'ipv4' | 'ipv6'
  readonly bytes: readonly number[]
}

/**
 * Reads an IP network, `address/prefix` or a bare address (semantics 4.5). Null for anything else: host bits set, a
 * dotted netmask, a bad prefix.
 */
export function networkOf(text: string): Network | null {
  const network = parseNetwork(text)
  return typeof network === 'string' ? null : network
}

/** What is wrong with a network that names an address in it. */
export const hostBits = 'host bits are set'

/** The network, or what is wrong with the text. */
export function parseNetwork(text: string): Network | string {
  const [addressText = '', prefixText, ...rest] = text.split('/')
  const address = addressOf(addressText)
  if (address === null || rest.length > 0) return 'not an IP network'
  const bits = address.bytes.length * 8
  if (prefixText !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(prefixText)) return `bad prefix '${prefixText}'`
  const prefix = prefixText === undefined ? bits : Number(prefixText)
  if (prefix > bits) return `prefix ${prefix} is over ${bits}`
  const hasHostBits = address.bytes.some((byte, index) => (byte & ~maskByte(prefix, index)) !== 0)
  return hasHostBits ? hostBits : { ...address, prefix }
}

/** Whether an address lies in the network. */
export function isInNetwork({ family, bytes, prefix }: Network, address: Address): boolean {
  return (
    address.family === family && address.bytes.every((byte, index) => (byte & maskByte(prefix, index)) === bytes[index])
  )
}

/** Whether an address, in any text form of its family, lies in the network; false for what is no address. */
export function networkContains(network: Network, text: string): boolean {
  const address = addressOf(text)
  return address !== null && isInNetwork(network, address)
}

/** Reads an IP address, strictly: no zone, port, blank or leading zero. Null for any other text. */
export function addressOf(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return /(?:^|\.)0\d/.test(text) ? null : { family: 'ipv4', bytes: ipaddr.IPv4.parse(text).toByteArray() }
  }
  const tail = /^[0-9a-fA-F:]*:([^:]*\.[^:]*)$/.exec(text)?.[1]
  const hasOddTail = tail !== undefined && (!ipaddr.IPv4.isValidFourPartDecimal(tail) || /(?:^|\.)0\d/.test(tail))
  if (hasOddTail || !/^[0-9a-fA-F:.]+$/.test(text) || !ipaddr.IPv6.isValid(text)) return null
  return { family: 'ipv6', bytes: ipaddr.IPv6.parse(tail === undefined ? text : inHex(text, tail)).toByteArray() }
}

/** The address with its dotted end as two groups: ipaddr.js takes `::192.0.2.1` for `::ffff:192.0.2.1`. */
function inHex(text: string, tail: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number)
  return `${text.slice(0, -tail.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

/** The bits of one byte of an address that belong to a network's prefix. */
function maskByte(prefix: number, index: number): number {
  const bits = Math.min(8, Math.max(0, prefix - index * 8))
  return (0xff << (8 - bits)) & 0xff
}
