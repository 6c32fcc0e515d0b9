import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { windowsEvents } from '../../../catalogue/index.ts'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { whyNoXml } from '../../../generators/shapes/why-no-xml.ts'
import { type Event, eventOf, flattenEvent } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { wholeEvent } from '../made-event.ts'
import { dataIn, readXml } from './read-xml.ts'

describe('an event as XML', () => {
  for (const { id, fields } of windowsEvents) {
    it(`has every field in its order: event ${id}`, () => {
      const made = wholeEvent(id)
      const xml = String(renderEvent(made, 'xml'))
      const data = dataIn(xml)
      assert.deepEqual(
        data.map(([name]) => name),
        fields.map(({ name }) => name),
      )
      for (const { name, type } of fields) {
        const text = data.find(([each]) => each === name)?.[1]
        assert.equal(text, type === 'GUID' ? `{${made.fields[name]}}` : String(made.fields[name]))
      }
    })
  }

  it('has the System block of Windows', () => {
    const xml = String(renderEvent(wholeEvent(3), 'xml'))
    assert.match(
      xml,
      /^<Event xmlns="http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event"><System><Provider Name="Microsoft-Windows-Sysmon" Guid="\{5770385F-C22A-43E0-BF4C-06F5698FFBD9\}"\/><EventID>3<\/EventID><Version>5<\/Version><Level>4<\/Level>/,
    )
    assert.match(xml, /<Correlation\/><Execution ProcessID="\d+" ThreadID="\d+"\/><Channel>/)
    assert.match(xml, /<Security UserID="S-1-5-18"\/><\/System><EventData>.*<\/EventData><\/Event>$/)
  })

  it('keeps the two versions of a change of state apart', () => {
    const xml = String(renderEvent(wholeEvent(4), 'xml'))
    assert.match(xml, /<Version>3<\/Version>/)
    assert.match(xml, /<Data Name="Version">15\.15<\/Data>/)
  })

  it('keeps the log that tells apart from the one that was cleared', () => {
    const xml = String(renderEvent(wholeEvent(104, { Channel: 'Security' }), 'xml'))
    assert.match(xml, /<Channel>System<\/Channel><Computer>/)
    assert.match(
      xml,
      /<\/System><UserData><LogFileCleared xmlns="http:\/\/manifests\.microsoft\.com\/win\/2004\/08\/windows\/eventlog"><SubjectUserName>/,
    )
    assert.match(xml, /<Channel>Security<\/Channel><BackupPath><\/BackupPath><\/LogFileCleared><\/UserData><\/Event>$/)
    assert.doesNotMatch(xml, /<EventData>/)
  })

  for (const { id, fields } of windowsEvents) {
    it(`reads as the event it came from: event ${id}`, () => {
      const made = wholeEvent(id)
      const read = flattenEvent(readXml(String(renderEvent(made, 'xml'))))
      assert.deepEqual(read.origin, made.origin)
      for (const { name, type } of fields) {
        const text = String(made.fields[name])
        assert.equal(read.fields[name], type === 'GUID' ? `{${text}}` : text, name)
      }
      assert.equal(read.fields.EventID, String(id))
    })
  }

  it('holds any text, as far as XML 1.0 can', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('\r\n\t', '\uD800', ']]>', '\u0000'),
    )
    fc.assert(
      fc.property(text, (value) => {
        const xml = String(renderEvent(wholeEvent(1, { CommandLine: value }), 'xml'))
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
  const cases: readonly (readonly [event: Event, why: string | null])[] = [
    [wholeEvent(1), null],
    [wholeEvent(4688), null],
    [wholeEvent(1, { CommandLine: '' }), null],
    [wholeEvent(1, { CommandLine: ['a', 'b'] }), 'CommandLine is a list'],
    [wholeEvent(1, { CommandLine: { a: 'b' } }), 'CommandLine is an object'],
    [wholeEvent(1, { CommandLine: null }), 'CommandLine is null'],
    [wholeEvent(1, { CommandLine: 'a\u0000' }), 'CommandLine has a character that XML cannot hold'],
    [withFields(wholeEvent(1), { 'a\u0000': 'b' }), 'a\u0000 has a character in its name that XML cannot hold'],
    [eventOf({ ...wholeEvent(1).fields, Channel: ['Microsoft-Windows-Sysmon/Operational', 'b'] }), 'Channel is a list'],
    [eventOf({ 'cs-method': 'GET' }), 'it is no event of Windows'],
    [wholeEvent(104), null],
    [wholeEvent(4657), null],
    [withFields(wholeEvent(104), { 'a b': 'c' }), 'it is no event of Windows'],
    [withFields(wholeEvent(104), { 'a:b': 'c' }), 'a:b is no name for a tag'],
  ]
  for (const [event, why] of cases) {
    it(`is known by its reason: ${JSON.stringify(why)}`, () => assert.equal(whyNoXml(event), why))
  }
})

function withFields({ origin, fields }: Event, others: Event['fields']): Event {
  return { origin, fields: { ...fields, ...others } }
}
