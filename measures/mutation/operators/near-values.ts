import { type Anchor, type Json, type Leaf, networkOf, printPattern, type TestOf } from '../../../sigma/index.ts'
import { networkText } from '../text/network-text.ts'

/** A value of a rule and what it is to the value of an event: part of a mutant's name. */
export type NearValue = readonly [variant: string, text: string]

/**
 * For the value of an event: a text itself, the half of it that the anchor looks at first, the folder of a path, the network
 * of an address.
 */
export function nearTexts(value: Json, { anchor }: TestOf<'text'>): readonly NearValue[] {
  return typeof value === 'string' && value !== '' ? textsNear(value, anchor) : []
}

/** A number itself. */
export function nearNumbers(value: Json): readonly NearValue[] {
  return typeof value === 'number' ? [['value', String(value)]] : []
}

/** The network around an address, and the nearest of a filter's own as far widened as it takes to hold it. */
export function nearNetworks(value: Json, _test: TestOf<'cidr'>, leaves: readonly Leaf[]): readonly NearValue[] {
  return typeof value === 'string' ? networksNear(value, leaves) : []
}

function textsNear(value: string, anchor: Anchor): readonly NearValue[] {
  const characters = [...value]
  const half = Math.ceil(characters.length / 2)
  const start = (text: string) => written(text, anchor === 'equals')
  const folder = value.slice(0, value.lastIndexOf('\\') + 1)
  const octets = /^(?:\d{1,3}\.){3}(?=\d{1,3}$)/.exec(value)?.[0] ?? ''
  const near: readonly NearValue[] =
    anchor === 'endswith'
      ? [['part', written(characters.slice(-half).join(''), false)]]
      : [
          ['part', start(characters.slice(0, half).join(''))],
          ...(folder === '' ? [] : [['folder', start(folder)] as const]),
          ...(octets === '' ? [] : [['network', start(octets)] as const]),
        ]
  return [['value', written(value, false)], ...near]
}

function written(text: string, goesOn: boolean): string {
  return printPattern([{ kind: 'text', text }, ...(goesOn ? [{ kind: 'any-run' } as const] : [])])
}

function networksNear(address: string, leaves: readonly Leaf[]): readonly NearValue[] {
  const own = networkOf(address)
  if (own === null || address.includes('/')) return []
  const shared = leaves.map(({ test }) =>
    test.operator === 'cidr' && test.network.family === own.family ? sharedBits(test.network.bytes, own.bytes) : 0,
  )
  const wider = Math.max(0, ...shared)
  const around = networkText(own, own.family === 'ipv4' ? 24 : 64)
  return [['network', around], ...(wider === 0 ? [] : [['wider', networkText(own, wider)] as const])]
}

function sharedBits(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((byte, at) => byte !== other[at])
  return index < 0 ? one.length * 8 : index * 8 + Math.clz32((one[index] ?? 0) ^ (other[index] ?? 0)) - 24
}
