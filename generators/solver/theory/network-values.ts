import type { Network } from '../../../sigma/index.ts'
import { type Family, numberedAddress, spelledAddress } from '../../values/address.ts'
import { networkBounds } from '../../values/network-edges.ts'
import type { Literal } from './literal.ts'

/** Addresses worth trying, or the literals that no address meets together. */
export type NetworkDecision =
  | { readonly kind: 'candidates'; readonly addresses: readonly string[] }
  | { readonly kind: 'impossible'; readonly core: readonly Literal[] }

interface Interval {
  readonly first: bigint
  readonly last: bigint
}

/** What is wanted of an address, where a leaf wants one to lie in a network: one interval, and those cut out of it. */
export function decideNetwork(literals: readonly Literal[]): NetworkDecision {
  const wanted = literals.flatMap((literal) =>
    literal.leaf.test.operator === 'cidr' ? [{ literal, network: literal.leaf.test.network }] : [],
  )
  const musts = wanted.filter(({ literal }) => literal.matched)
  const [start] = musts
  if (start === undefined) return { kind: 'candidates', addresses: [] }
  let narrowest = start
  for (const each of musts) {
    if (!overlap(each.network, narrowest.network)) {
      return { kind: 'impossible', core: [narrowest.literal, each.literal] }
    }
    if (each.network.prefix > narrowest.network.prefix) narrowest = each
  }
  const { family } = narrowest.network
  const cuts = wanted.filter(({ literal, network }) => !literal.matched && overlap(network, narrowest.network))
  let open: readonly Interval[] = [networkBounds(narrowest.network)]
  for (const { network } of cuts) open = open.flatMap((interval) => without(interval, networkBounds(network)))
  if (open.length === 0) return { kind: 'impossible', core: [narrowest.literal, ...cuts.map(({ literal }) => literal)] }
  return { kind: 'candidates', addresses: open.slice(0, 8).flatMap((interval) => addressesIn(interval, family)) }
}

function overlap(one: Network, other: Network): boolean {
  if (one.family !== other.family) return false
  const [left, right] = [networkBounds(one), networkBounds(other)]
  return left.first <= right.last && right.first <= left.last
}

function without(interval: Interval, cut: Interval): readonly Interval[] {
  const below = { first: interval.first, last: cut.first - 1n < interval.last ? cut.first - 1n : interval.last }
  const above = { first: cut.last + 1n > interval.first ? cut.last + 1n : interval.first, last: interval.last }
  return [below, above].filter(({ first, last }) => first <= last)
}

function addressesIn({ first, last }: Interval, family: Family): readonly string[] {
  const middle = (first + last) / 2n
  return [...new Set([middle, first, last])].map((value) => spelledAddress(numberedAddress(value, family)))
}
