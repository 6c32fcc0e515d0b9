import assert from 'node:assert/strict'
import { isIP } from 'node:net'
import { describe, test } from 'node:test'
import { networkContains, networkOf } from '../../../sigma/index.ts'
import { addressOf } from '../../../sigma/values/network.ts'
import { fc } from '../../fast-check.ts'

const odd = ['10', '10.1', '0x7f.0.0.1', '010.0.0.1', '1.2.3.4 ', '1.2.3.4:80', '1.2.3.256', '', '::ffff:010.0.0.1']
const oddIpv6 = [
  'fe80::1%eth0',
  '[::1]',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '12345::',
  '::1/128',
  '::1.2.3',
  '1.2.3.4::',
]

describe('an address', () => {
  for (const text of [...odd, ...oddIpv6]) {
    test(`is not ${JSON.stringify(text)}`, () => assert.equal(addressOf(text), null))
  }

  for (const text of ['::', '::1', '0:0:0:0:0:0:0:1', 'FE80::1', '::ffff:1.2.3.4', '64:ff9b::1.2.3.4', '0.0.0.0']) {
    test(`is ${text}`, () => assert.notEqual(addressOf(text), null))
  }

  test('is what the platform takes, without a zone', () => {
    const near = fc.string({ unit: fc.constantFrom(':', '.', '0', '1', 'f', '255', '::', ' '), maxLength: 12 })
    fc.assert(
      fc.property(fc.oneof(near, fc.ipV4(), fc.ipV6()), (text) =>
        assert.equal(addressOf(text) !== null, isIP(text) !== 0),
      ),
      { numRuns: 3000 },
    )
  })
})

describe('an IPv6 address that ends in dots', () => {
  const spellings: readonly (readonly [dotted: string, hex: string])[] = [
    ['::0.0.0.1', '::1'],
    ['::10.0.0.1', '::a00:1'],
    ['0:0:0:0:0:0:10.0.0.1', '::a00:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['fe80::255.255.255.255', 'fe80::ffff:ffff'],
  ]
  for (const [text, hex] of spellings) {
    test(`${text} is ${hex}, in an event and in a rule`, () => {
      const network = networkOf(hex)
      assert.ok(network !== null)
      assert.deepEqual(networkOf(text), network)
      assert.equal(networkContains(network, text), true)
    })
  }

  test('is no IPv4 address in IPv6, unless it says so', () => {
    const mapped = networkOf('::ffff:0:0/96')
    assert.ok(mapped !== null)
    assert.deepEqual(
      ['::10.0.0.1', '::0.0.0.1', '::ffff:10.0.0.1'].map((text) => networkContains(mapped, text)),
      [false, false, true],
    )
  })
})

describe('a network', () => {
  for (const text of [
    '10.0.0.1/8',
    '10.0.0.0/33',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/08',
    '::1/127',
    'x/8',
  ]) {
    test(`is not ${text}`, () => assert.equal(networkOf(text), null))
  }

  test('is itself a network of one address when bare', () => {
    assert.deepEqual(networkOf('10.0.0.5'), { family: 'ipv4', bytes: [10, 0, 0, 5], prefix: 32 })
  })

  test('holds its first address and every address that shares its prefix', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), (one, other, prefix) => {
        const size = 2 ** (32 - prefix)
        const first = Math.floor(one / size) * size
        const network = networkOf(`${dotted(first)}/${prefix}`)
        assert.ok(network)
        assert.ok(networkContains(network, dotted(first)))
        assert.ok(networkContains(network, dotted(first + size - 1)))
        assert.equal(networkContains(network, dotted(other)), Math.floor(other / size) * size === first)
      }),
    )
  })
})

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}
