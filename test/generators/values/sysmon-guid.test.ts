import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatGuid, logonIdOf, logonTail, parsedGuid } from '../../../generators/values/sysmon-guid.ts'
import { fc } from '../../fast-check.ts'

describe("Sysmon's GUIDs", () => {
  it('hold the seconds in groups 3 and 2', () => {
    const guid = parsedGuid('01234567-F943-69E5-A527-000000000800')
    assert.equal(guid?.seconds, Date.UTC(2026, 3, 20, 10, 0, 35) / 1000)
    assert.equal(guid?.machine, '01234567')
  })

  it('come together as they were taken apart', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9A-F]{${length}}$`))
    fc.assert(
      fc.property(digits(8), fc.integer({ min: 0, max: 0xffffffff }), digits(16), (machine, seconds, tail) => {
        assert.deepEqual(parsedGuid(formatGuid({ machine, seconds, tail })), { machine, seconds, tail })
      }),
    )
  })

  it('repeat a LogonId in their tail', () => {
    assert.equal(logonTail('0x33e8d150'), '50D1E83300000000')
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const logonId = `0x${value.toString(16)}`
        assert.equal(logonIdOf(logonTail(logonId) ?? ''), logonId)
      }),
    )
  })

  it('are none in another spelling', () => {
    assert.equal(parsedGuid('{01234567-F943-69E5-A527-000000000800}'), null)
    assert.equal(parsedGuid('01234567-f943-69e5-a527-000000000800'), null)
    assert.equal(logonTail('0x3E7'), null)
  })
})
