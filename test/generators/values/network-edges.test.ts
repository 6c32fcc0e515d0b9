import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chanceOf } from '../../../generators/chance.ts'
import { RecipeError } from '../../../generators/recipe-error.ts'
import { addressBytes, numberedAddress, spelledAddress } from '../../../generators/values/address.ts'
import {
  addressesInside,
  addressesOutside,
  networkBounds,
  overlapWarnings,
  statedNetwork,
} from '../../../generators/values/network-edges.ts'
import { networkContains } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

const ipv4 = fc
  .record({ address: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), prefix: fc.integer({ min: 0, max: 32 }) })
  .map(({ address, prefix }) => networkText(address, prefix, 'ipv4'))
const ipv6 = fc
  .record({ address: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), prefix: fc.integer({ min: 0, max: 128 }) })
  .map(({ address, prefix }) => networkText(address, prefix, 'ipv6'))

function networkText(address: bigint, prefix: number, family: 'ipv4' | 'ipv6'): string {
  const host = BigInt((family === 'ipv4' ? 32 : 128) - prefix)
  return `${spelledAddress(numberedAddress((address >> host) << host, family))}/${prefix}`
}

describe('addresses of a network', () => {
  it('lie inside, first and last among them, in the spelling of Sysmon', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), fc.string(), (text, seed) => {
        const network = statedNetwork(text)
        const inside = addressesInside(network, chanceOf(seed))
        const { first, last } = networkBounds(network)
        assert.equal(inside[0], spelledAddress(numberedAddress(first, network.family)))
        assert.equal(inside.at(-1), spelledAddress(numberedAddress(last, network.family)))
        for (const address of inside) {
          assert.ok(networkContains(network, address), `${address} in ${text}`)
          assert.equal(spelledAddress(addressBytes(address) ?? []), address)
        }
        assert.equal(new Set(inside).size, inside.length)
      }),
    )
  })

  it('lie just outside on either side, where there is a side', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), (text) => {
        const network = statedNetwork(text)
        if (network.prefix === 0) return
        const outside = addressesOutside(network)
        const { first, last } = networkBounds(network)
        const end = 2n ** BigInt(network.bytes.length * 8)
        assert.equal(outside.length, (first > 0n ? 1 : 0) + (last + 1n < end ? 1 : 0))
        for (const address of outside)
          assert.equal(networkContains(network, address), false, `${address} not in ${text}`)
      }),
    )
  })

  it('are the ones a person would name', () => {
    assert.deepEqual(addressesOutside(statedNetwork('10.0.0.0/8')), ['9.255.255.255', '11.0.0.0'])
    assert.deepEqual(addressesOutside(statedNetwork('::1/128')), ['0:0:0:0:0:0:0:0', '0:0:0:0:0:0:0:2'])
    assert.deepEqual(addressesInside(statedNetwork('::1/128'), chanceOf('s')), ['0:0:0:0:0:0:0:1'])
    assert.deepEqual(addressesOutside(statedNetwork('0.0.0.0/1')), ['128.0.0.0'])
    assert.deepEqual(addressesOutside(statedNetwork('fe80::/10')), [
      'fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      'fec0:0:0:0:0:0:0:0',
    ])
  })
})

describe('a stated network', () => {
  const faults = [
    ['10.0.0.1/8', '10.0.0.1/8 has host bits set; meant 10.0.0.0/8?'],
    ['fe80::1/10', 'fe80::1/10 has host bits set; meant fe80::/10?'],
    ['2001:db8:0:0:1::1/64', '2001:db8:0:0:1::1/64 has host bits set; meant 2001:db8::/64?'],
    ['10.0.0', '"10.0.0" is no network'],
    ['10.0.0.0/33', '"10.0.0.0/33" is no network'],
    ['10.0.0.0/', '"10.0.0.0/" is no network'],
    ['010.0.0.0/8', '"010.0.0.0/8" is no network'],
    ['0x0a.0.0.0/8', '"0x0a.0.0.0/8" is no network'],
    ['fe80::1%eth0/128', '"fe80::1%eth0/128" is no network'],
    ['10.0.0.0/255.0.0.0', '"10.0.0.0/255.0.0.0" is no network'],
  ] as const
  for (const [text, message] of faults) {
    it(`is refused: ${text}`, () => {
      assert.throws(() => statedNetwork(text), new RecipeError(message))
    })
  }

  it('has nothing outside when it holds everything', () => {
    assert.throws(() => addressesOutside(statedNetwork('0.0.0.0/0')), new RecipeError('nothing lies outside 0.0.0.0/0'))
    assert.throws(() => addressesOutside(statedNetwork('::/0')), new RecipeError('nothing lies outside ::/0'))
  })

  it('is warned of where its neighbour lies in another of the list', () => {
    const networks = ['10.0.0.0/9', '10.128.0.0/9', '192.168.0.0/16'].map(statedNetwork)
    assert.deepEqual(overlapWarnings(networks), [
      'just outside 10.0.0.0/9 lies inside 10.128.0.0/9, which the list has too',
      'just outside 10.128.0.0/9 lies inside 10.0.0.0/9, which the list has too',
    ])
  })
})
