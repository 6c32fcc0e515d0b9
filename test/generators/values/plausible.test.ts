import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chanceOf } from '../../../generators/chance.ts'
import { addressBytes } from '../../../generators/values/address.ts'
import { plausibleValue } from '../../../generators/values/plausible.ts'
import { fc } from '../../fast-check.ts'

describe('a plausible value of a field that no catalogue describes', () => {
  const kinds = [
    ['sc-status', /^[2-5]\d\d$/, 'number'],
    ['dst_port', /^\d+$/, 'number'],
    ['DestinationPort', /^\d+$/, 'number'],
    ['c-uri', /^\//, 'string'],
    ['c-uri-query', /=|^-$/, 'string'],
    ['cs-method', /^[A-Z]+$/, 'string'],
    ['c-useragent', /^Mozilla/, 'string'],
    ['cs-host', /\.example$/, 'string'],
    ['userIdentity.arn', /^\w+\.\w+$/, 'string'],
    ['a0', / /, 'string'],
    ['sha256', /^[0-9a-f]{64}$/, 'string'],
    ['constructor', /^[a-z]+$/, 'string'],
    ['id.resp_p', /^\d+$/, 'number'],
    ['ProcessName', /^C:\\/, 'string'],
    ['ServiceFileName', /^C:\\/, 'string'],
    ['Image', /^\/usr\/bin\//, 'string'],
    ['OriginalFileName', /^\w+\.exe$/, 'string'],
    ['rejected', /^false$/, 'boolean'],
  ] as const
  for (const [name, shape, type] of kinds) {
    it(`is of its kind: ${name}`, () => {
      const value = plausibleValue(name, chanceOf('test', name))
      assert.equal(typeof value, type)
      assert.match(String(value), shape)
    })
  }

  it('is of Windows where the event is', () => {
    for (const name of ['Image', 'ParentImage', 'TargetFilename', 'CommandLine', 'CurrentDirectory']) {
      assert.match(String(plausibleValue(name, chanceOf('test', name), true)), /^"?[CD]:\\/, name)
    }
    assert.match(String(plausibleValue('User', chanceOf('test', 'User'), true)), /^\w+\.\w+$/)
  })

  it('is an address where the name says so', () => {
    for (const name of [
      'src_ip',
      'c-ip',
      'sourceIPAddress',
      'id.orig_h',
      'id.resp_h',
      'ServerAddress',
      'DestinationIp',
    ]) {
      assert.ok(addressBytes(String(plausibleValue(name, chanceOf('test', name)))) !== null, name)
    }
  })

  it('is the same for the same chance, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        assert.deepEqual(plausibleValue(name, chanceOf('test', name)), plausibleValue(name, chanceOf('test', name)))
      }),
    )
  })
})
