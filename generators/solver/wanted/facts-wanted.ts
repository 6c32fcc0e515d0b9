import type { Leaf, Test } from '../../../sigma/index.ts'
import { ends } from '../../facts/addresses.ts'
import { facts } from '../../violations/violations.ts'
import type { Kind } from '../kinds/kinds.ts'
import { allOf, always, anyOf, type Wanted } from './normal-form.ts'

const tied = ['ipv6-source', 'ipv6-destination', 'ipv6-same-family'] as const

/** What the facts between fields of this kind of event ask of those that are read. */
export function factsWanted(kind: Kind, isRead: (field: string) => boolean): Wanted {
  const id = kind.event?.id
  if (id === undefined || !tied.every((name) => facts.some((fact) => fact.name === name && fact.events.includes(id)))) {
    return always
  }
  const read = ends.flatMap(({ address, flag }) => [
    ...(isRead(address) ? [hasColon[address]] : []),
    ...(isRead(flag) ? [isFlagged[flag]] : []),
  ])
  if (read.length === 0) return always
  return anyOf(
    ...[false, true].map((matched) => allOf(...read.map((leaf): Wanted => ({ kind: 'literal', leaf, matched })))),
  )
}

/** Whether the leaf is one of a fact, which no rule has. */
export function isOfFact(leaf: Leaf): boolean {
  return factLeaves.includes(leaf)
}

const nowhere = { path: '', start: 0, end: 0 }

function leafOf(field: string, test: Test, written: string): Leaf {
  const place = { id: `fact ipv6 ${field}`, span: nowhere }
  return { kind: 'leaf', ...place, field, fieldText: field, written, modifiers: [], test }
}

function colonIn(field: string): Leaf {
  const pattern = [{ kind: 'any-run' }, { kind: 'text', text: ':' }, { kind: 'any-run' }] as const
  const test: Test = { operator: 'text', anchor: 'contains', cased: false, alternatives: [pattern] }
  return leafOf(field, test, `${field} is an address of IPv6 (ipv6-same-family)`)
}

function flagOf(field: string): Leaf {
  return leafOf(field, { operator: 'boolean', value: true }, `${field} is true (ipv6-same-family)`)
}

const hasColon = { SourceIp: colonIn('SourceIp'), DestinationIp: colonIn('DestinationIp') }
const isFlagged = { SourceIsIpv6: flagOf('SourceIsIpv6'), DestinationIsIpv6: flagOf('DestinationIsIpv6') }
const factLeaves: readonly Leaf[] = [...Object.values(hasColon), ...Object.values(isFlagged)]
