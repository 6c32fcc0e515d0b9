import type { TestOf } from '../../../sigma/index.ts'
import { numberedAddress } from '../../values/address.ts'
import { networkBounds } from '../../values/network-edges.ts'
import type { Edge } from '../goal.ts'
import { noText, oneOf, repeated, sequence, spelledIn } from '../language/index.ts'
import { exactBounds, none, type SolvedOperator } from './definition.ts'

/** Networks. */
export const cidr: SolvedOperator<'cidr'> = {
  bounds: ({ network }, standing) => {
    if (standing === 'whole-number') return exactBounds(noText)
    const spelled = spelledIn(network)
    if (network.family === 'ipv4' || standing === 'address') return exactBounds(spelled)
    return { within: spelled, around: sequence(repeated(oneOf('0123456789abcdefABCDEF:.'), 2, null)) }
  },
  edges: { all: ['first', 'last', 'before', 'after'], answers: [true, false], at: addressAt },
  piece: () => null,
  numbers: none,
}

function addressAt({ network }: TestOf<'cidr'>, edge: Edge): TestOf<'cidr'> | null {
  const { first, last } = networkBounds(network)
  const values: Partial<Readonly<Record<Edge, bigint>>> = { first, last, before: first - 1n, after: last + 1n }
  const value = values[edge]
  const bits = network.bytes.length * 8
  if (value === undefined || value < 0n || value >= 1n << BigInt(bits)) return null
  const bytes = numberedAddress(value, network.family)
  return { operator: 'cidr', network: { family: network.family, bytes, prefix: bits } }
}
