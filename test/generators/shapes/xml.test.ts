import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEvents } from '../../../catalogue/index.ts'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { whyNoXml } from '../../../generators/shapes/why-no-xml.ts'
import type { Fields } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { madeEvent } from '../made-event.ts'
import { dataIn } from './read-xml.ts'

describe('an event as XML', () => {
  for (const { id, fields } of windowsEvents) {
    it(`has every field in its order: event ${id}`, () => {
      const made = madeEvent(id)
      const xml = String(renderEvent(made, 'xml'))
      const data = dataIn(xml)
      assert.deepEqual(
        data.map(([name]) => name),
        fields.map(({ name }) => name),
      )
      for (const { name, type } of fields) {
        const text = data.find(([each]) => each === name)?.[1]
        assert.equal(text, type === 'GUID' ? `{${made[name]}}` : String(made[name]))
      }
    })
  }

  it('has the System block of Windows', () => {
    const xml = String(renderEvent(madeEvent(3), 'xml'))
    assert.match(
      xml,
      /^<Event xmlns="http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event"><System><Provider Name="Microsoft-Windows-Sysmon" Guid="\{5770385F-C22A-43E0-BF4C-06F5698FFBD9\}"\/><EventID>3<\/EventID><Version>5<\/Version><Level>4<\/Level>/,
    )
    assert.match(xml, /<Correlation\/><Execution ProcessID="\d+" ThreadID="\d+"\/><Channel>/)
    assert.match(xml, /<Security UserID="S-1-5-18"\/><\/System><EventData>.*<\/EventData><\/Event>$/)
  })

  it('keeps the two versions of a change of state apart', () => {
    const xml = String(renderEvent(madeEvent(4), 'xml'))
    assert.match(xml, /<Version>3<\/Version>/)
    assert.match(xml, /<Data Name="Version">15\.15<\/Data>/)
  })

  it('holds any text, as far as XML 1.0 can', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('\r\n\t', '\uD800', ']]>', '\u0000'),
    )
    fc.assert(
      fc.property(text, (value) => {
        const xml = String(renderEvent(madeEvent(1, { CommandLine: value }), 'xml'))
        const [, read] = dataIn(xml).find(([name]) => name === 'CommandLine') ?? []
        const legal = [...value].map((point) =>
          /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(point) ? point : '\u{FFFD}',
        )
        assert.equal(read, legal.join(''))
      }),
    )
  })
})

describe('an event that XML cannot show', () => {
  const cases: readonly (readonly [fields: Fields, why: string | null])[] = [
    [madeEvent(1), null],
    [madeEvent(4688), null],
    [madeEvent(1, { CommandLine: '' }), null],
    [madeEvent(1, { CommandLine: ['a', 'b'] }), 'CommandLine is a list'],
    [madeEvent(1, { CommandLine: { a: 'b' } }), 'CommandLine is an object'],
    [madeEvent(1, { CommandLine: null }), 'CommandLine is null'],
    [madeEvent(1, { CommandLine: 'a\u0000' }), 'CommandLine has a character that XML cannot hold'],
    [{ ...madeEvent(1), 'a\u0000': 'b' }, 'a\u0000 has a character in its name that XML cannot hold'],
    [{ ...madeEvent(1), Channel: ['Microsoft-Windows-Sysmon/Operational', 'b'] }, 'Channel is a list'],
    [{ 'cs-method': 'GET' }, 'it is no event of Windows'],
  ]
  for (const [fields, why] of cases) {
    it(`is known by its reason: ${JSON.stringify(why)}`, () => assert.equal(whyNoXml(fields), why))
  }
})
