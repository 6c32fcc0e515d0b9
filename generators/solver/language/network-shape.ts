import type { Network } from '../../../sigma/index.ts'
import { numeralsBetween } from './numerals.ts'
import { exactly, type Shape, sequence } from './shape.ts'

/** The addresses of a network: IPv4 dotted, the only spelling there is; IPv6 as eight groups, as Sysmon writes it. */
export function spelledIn(network: Network): Shape {
  return network.family === 'ipv4' ? groups(network, 8, 10, '.') : groups(network, 16, 16, ':')
}

/** All addresses, IPv4 and IPv6 as Sysmon writes them. */
export const everyNetwork: readonly Network[] = [
  { family: 'ipv4', bytes: [0, 0, 0, 0], prefix: 0 },
  { family: 'ipv6', bytes: Array.from({ length: 16 }, () => 0), prefix: 0 },
]

function groups({ bytes, prefix }: Network, bits: 8 | 16, base: 10 | 16, mark: string): Shape {
  const size = bits / 8
  const parts = Array.from({ length: bytes.length / size }, (_, index) => {
    const value = bytes.slice(index * size, index * size + size).reduce((sum, byte) => sum * 256 + byte, 0)
    const free = Math.min(bits, Math.max(0, (index + 1) * bits - prefix))
    const numerals = numeralsBetween(BigInt(value), BigInt(value + 2 ** free - 1), base)
    return index === 0 ? numerals : sequence(exactly(mark), numerals)
  })
  return sequence(...parts)
}
