import type { Fields } from '../../sigma/index.ts'
import { addressBytes, spelledAddress } from '../values/address.ts'
import type { Violation } from '../violations/violation.ts'
import { type Fact, textOfField } from './fact.ts'

/** The two ends of a connection and the fields that tell them. */
export const ends = [
  { address: 'SourceIp', flag: 'SourceIsIpv6', fact: 'ipv6-source' },
  { address: 'DestinationIp', flag: 'DestinationIsIpv6', fact: 'ipv6-destination' },
] as const

/** One end of a connection. */
export type End = (typeof ends)[number]

const held = 'held in 6,710 of 6,710 recorded connections, 1,272 of them IPv6'

function flagFact({ address, flag, fact }: End): Fact {
  const violations = (fields: Fields): readonly Violation[] => {
    const text = textOfField(fields, address)
    const stated = Object.hasOwn(fields, flag) ? fields[flag] : undefined
    if (text === null || typeof stated !== 'boolean' || stated === text.includes(':')) return []
    const message = `${flag} is ${stated} beside ${address} ${text}; Sysmon sets it exactly for addresses with a colon`
    return [{ fact, field: flag, message }]
  }
  return { name: fact, events: [3], certainty: 'always', source: held, violations }
}

function spellingViolation(fields: Fields, { address }: End): readonly Violation[] {
  const text = textOfField(fields, address)
  if (text === null) return []
  const bytes = addressBytes(text)
  const violation = (message: string): readonly Violation[] => [{ fact: 'address-spelling', field: address, message }]
  if (bytes === null) return violation(`${address} "${text}" is no address`)
  const spelled = spelledAddress(bytes)
  return spelled === text ? [] : violation(`Sysmon writes ${address} "${text}" as "${spelled}"`)
}

/** What ties the addresses of a network connection to each other and to their flags. */
export const addressFacts: readonly Fact[] = [
  ...ends.map(flagFact),
  {
    name: 'ipv6-same-family',
    events: [3],
    certainty: 'always',
    source: held,
    violations: (fields) => {
      const [source, destination] = ends.map((end) => textOfField(fields, end.address))
      if (typeof source !== 'string' || typeof destination !== 'string') return []
      if (source.includes(':') === destination.includes(':')) return []
      const message = `SourceIp ${source} and DestinationIp ${destination} are of two families`
      return [{ fact: 'ipv6-same-family', field: 'DestinationIp', message }]
    },
  },
  {
    name: 'address-spelling',
    events: [3],
    certainty: 'always',
    source: held,
    violations: (fields) => ends.flatMap((end) => spellingViolation(fields, end)),
  },
]
