import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sysmonEvents } from '../../../catalogue/index.ts'
import { advisedIn, creation, ruleOf, searching } from './advised.ts'

const code = 'W-FIELD-UNKNOWN'
const connection = 'product: windows, category: network_connection'
const security = 'product: windows, service: security'

describe('a field that no event has', () => {
  const misspelt: readonly (readonly [logsource: string, entries: string, at: string, hint: RegExp])[] = [
    [creation, 'Commandline|contains: x', 'Commandline', /^Write CommandLine: letter case counts/],
    [creation, "'image|endswith': x", 'image', /^Write Image: letter case/],
    [creation, 'Command_Line: x', 'Command_Line', /^Write CommandLine, as/],
    [creation, 'ParentImageName|endswith: x', 'ParentImageName', /^Nearest: ParentImage, /],
    [creation, 'OrginalFileName: x', 'OrginalFileName', /^Nearest: OriginalFileName/],
    [creation, 'ParetnImage: x', 'ParetnImage', /^Nearest: ParentImage/],
    [creation, 'winlog.event_data.User: x', 'winlog.event_data.User', /^Write User, as/],
    [creation, 'process.command_line: x', 'process.command_line', /^Write CommandLine, as/],
    [creation, 'process.parent.executable: x', 'process.parent.executable', /^Write ParentImage, as/],
    [connection, 'process.executable: x', 'process.executable', /^Write Image, as/],
    [connection, 'DestPort: 443', 'DestPort', /DestinationPort|^Sysmon event 3 \(network connection\) has RuleName, /],
    [`${security}`, 'EventID: 4624, IPAddress: x', 'IPAddress', /^Write IpAddress: letter case/],
    [`${security}`, 'EventID: [4624, "4688"], Logontype: 3', 'Logontype', /^Write LogonType: letter case/],
    ['product: windows, service: sysmon', 'GrantedAcces: x', 'GrantedAcces', /^Nearest: GrantedAccess/],
    [
      'product: windows, service: sysmon',
      'EventID: 3, Detials: x',
      'Detials',
      /^Sysmon event 3 \(network connection\) has RuleName, /,
    ],
    ['category: image_load', 'ImageLoad: x', 'ImageLoad', /^Nearest: ImageLoaded/],
    ['product: windows, category: registry_set', 'TargetObjekt: x', 'TargetObjekt', /^Nearest: TargetObject/],
    ['product: windows, category: ps_script', 'ScriptBlocktext: x', 'ScriptBlocktext', /^Write ScriptBlockText/],
    [creation, 'zzz: x', 'zzz', /^Sysmon event 1 \(process creation\) has RuleName, .* and \d+ more\.$/],
  ]
  for (const [logsource, entries, at, hint] of misspelt) {
    test(`${entries} of ${logsource}`, () => {
      const found = advisedIn(code, [searching(logsource, entries)])
      assert.deepEqual(
        found.map((each) => [each.severity, each.at]),
        [['warning', at]],
      )
      assert.match(found[0]?.hint ?? '', hint)
    })
  }

  test('is told at each entry, in filters and in references to fields too', () => {
    const searches = 'sel: {Imag: x, User|fieldref: ParentUsr}, fp: [{Imag: y}, {Company: z}]'
    const found = advisedIn(code, [ruleOf(creation, searches, 'sel and not fp')])
    assert.deepEqual(
      found.map(({ at }) => at),
      ['Imag', 'ParentUsr', 'Imag'],
    )
  })

  test('is told once, however often the condition names its search', () => {
    const searches = 'sel: {Imag: x}, other: {Image: y}'
    const condition = '(sel or other) and not (sel and 1 of s*)'
    assert.equal(advisedIn(code, [ruleOf(creation, searches, condition)]).length, 1)
  })

  test('says no more of a name than fits a message', () => {
    const [found] = advisedIn(code, [searching(creation, `${'x'.repeat(5000)}: y`)])
    assert.ok((found?.message.length ?? 0) < 500)
  })

  test('says which events do not have it', () => {
    const messages = [
      searching(connection, 'zzz: x'),
      searching(creation, 'zzz: x'),
      searching('product: windows, category: registry_event', 'zzz: x'),
    ].map((text) => advisedIn(code, [text])[0]?.message)
    assert.deepEqual(messages, [
      "Sysmon event 3 (network connection) has no field 'zzz'",
      "Sysmon event 1 (process creation) and Security event 4688 (process creation audit) have no field 'zzz'",
      "none of the 4 events of product windows, category registry_event has a field 'zzz'",
    ])
  })
})

describe('a field of another agent is a note', () => {
  const foreign: readonly (readonly [logsource: string, entries: string, said: RegExp])[] = [
    [creation, 'GrandParentImage: x', /Aurora/],
    [creation, 'Imphash: x', /Hashes/],
    [creation, 'md5: x', /Hashes/],
    ['product: windows, category: driver_load', 'sha256: x', /Hashes/],
    [creation, 'LogonType: 3', /logon of a process/],
    [connection, 'CommandLine: x', /describe the process/],
    ['product: windows, category: create_remote_thread', 'SourceCommandLine: x', /Aurora/],
    [creation, 'ComputerName: x', /collectors/],
    [security, 'EventID: 4624, Message|contains: x', /collectors/],
  ]
  for (const [logsource, entries, said] of foreign) {
    test(`${entries} of ${logsource}`, () => {
      const [found, ...more] = advisedIn(code, [searching(logsource, entries)])
      assert.equal(found?.severity, 'note')
      assert.match(found?.message ?? '', said)
      assert.deepEqual(more, [])
    })
  }

  test('but no event of the Security log is a process that acts', () => {
    const [found] = advisedIn(code, [searching(security, 'EventID: 4624, CommandLine: x')])
    assert.equal(found?.severity, 'warning')
  })
})

describe('silent', () => {
  const sound: readonly (readonly [why: string, text: string])[] = [
    ['every name of the System block', searching(creation, 'EventID: 1, Provider_Name: a, Computer: b, Channel: c')],
    ['its attributes', searching(creation, 'Execution_ProcessID: 4, Security_UserID: a, EventRecordID: 5')],
    ['a name with spaces between', searching(creation, 'Command Line: x')],
    [
      'names under which the category knows 4688',
      searching(creation, 'EventID: 4688, Image: a, ParentImage: b, User: c'),
    ],
    ['and 4657', searching('product: windows, category: registry_set', 'Details: a, TargetObject: b, NewValue: c')],
    ['a service that is not described', searching('product: windows, service: application', 'Commandline: x')],
    ['an id that is not described', searching(security, 'EventID: 4720, Commandline: x')],
    ['one of two ids that is not described', searching(security, 'EventID: [4624, 4720], IPAddress: x')],
    ['no id at all', searching(security, 'IPAddress: x')],
    ['an id that is only excluded', ruleOf(security, 'sel: {IPAddress: x}, no: {EventID: 4624}', 'sel and not no')],
    ['an id in one of two ways', ruleOf(security, 'sel: {EventID: 4624}, two: {IPAddress: x}', 'sel or two')],
    ['ids that do not equal one', searching(security, 'EventID|startswith: 4624, IPAddress: x')],
    ['another product', searching('product: linux, category: process_creation', 'Commandline: x')],
    ['a category that several systems have', searching('category: process_creation', 'Commandline: x')],
    ['another taxonomy', searching(creation, 'Commandline: x', 'taxonomy: ecs\n')],
    ['a keyword', ruleOf(creation, 'sel: [Commandline]')],
  ]
  for (const [why, text] of sound) {
    test(why, () => assert.deepEqual(advisedIn(code, [text]), []))
  }
})

describe('ids that the rest of the rule pins', () => {
  test('in another search of the condition', () => {
    const searches = 'sel: {EventID: 4624}, fp: {IPAddress: x}'
    assert.equal(advisedIn(code, [ruleOf(security, searches, 'sel and not fp')]).length, 1)
    assert.equal(advisedIn(code, [ruleOf(security, searches, '1 of *')]).length, 0)
  })

  test('beside the field, whatever other branches ask for', () => {
    const searches = 'a: {EventID: 4624, IPAddress: x}, b: {EventID: 4720, IPAddress: x}'
    assert.equal(advisedIn(code, [ruleOf(security, searches, 'a or b')]).length, 1)
  })

  test('leave no event of the log source: nothing is said', () => {
    assert.deepEqual(advisedIn(code, [searching(creation, 'EventID: 3, zzz: x')]), [])
  })
})

describe('a filter document', () => {
  const filter = (logsource: string, field: string, rules = 'any'): string =>
    `title: A filter\nlogsource: {${logsource}}\nfilter: {rules: ${rules}, fp: {${field}: x}, condition: not fp}\n`

  test('is held against the events of the rules that it applies to', () => {
    const texts = [searching(creation, 'Image: x'), filter('product: windows', 'Commandline')]
    assert.deepEqual(
      advisedIn(code, texts).map(({ at, hint }) => [at, hint.split(':')[0]]),
      [['Commandline', 'Write CommandLine']],
    )
  })

  test('and to no others: a rule that is not described, or whose event has the field, makes it sound', () => {
    const wide = filter('product: windows', 'DestinationIp')
    const [one, other] = [searching(creation, 'Image: x'), searching(connection, 'Image: x')]
    const unknown = searching('product: windows, service: application', 'Data: x')
    assert.equal(advisedIn(code, [one, wide]).length, 1)
    assert.deepEqual(advisedIn(code, [one, other, wide]), [])
    assert.deepEqual(advisedIn(code, [one, unknown, wide]), [])
    assert.deepEqual(advisedIn(code, [wide]), [])
  })

  test('by its own log source where it applies to none', () => {
    assert.equal(advisedIn(code, [filter(creation, 'Commandline', '[none]')]).length, 1)
  })

  test('takes the ids from the rule', () => {
    const pinned = searching(security, 'EventID: 4624')
    assert.equal(advisedIn(code, [pinned, filter(security, 'IPAddress')]).length, 1)
    assert.deepEqual(advisedIn(code, [pinned, searching(security, 'EventID: 4720'), filter(security, 'IPAddress')]), [])
  })
})

describe('a correlation', () => {
  const grouped = (field: string, more = '', rules = 'one'): string =>
    `title: C\ncorrelation:\n  type: event_count\n  rules: [${rules}]\n  timespan: 5m\n  group-by: [${field}]\n${more}  condition: {gte: 2}\n`
  const one = searching(security, 'EventID: 4624', 'name: one\n')
  const two = searching(security, 'EventID: 4720', 'name: two\n')

  test('is told of a group-by field that the events of a rule do not have', () => {
    const found = advisedIn(code, [one, two, grouped('TargetUsername', '', 'one, two')])
    assert.deepEqual(
      found.map(({ at, hint }) => [at, hint.split(':')[0]]),
      [['TargetUsername', 'Write TargetUserName']],
    )
  })

  test('by an alias of the field that it stands for', () => {
    const alias = (field: string): string => grouped('user', `  aliases: {user: {one: ${field}}}\n`)
    assert.deepEqual(advisedIn(code, [one, alias('TargetUserName')]), [])
    assert.match(advisedIn(code, [one, alias('TargetUsername')])[0]?.message ?? '', /'TargetUsername'/)
  })

  test('and of nothing where the events are not known or have the field', () => {
    assert.deepEqual(advisedIn(code, [two, grouped('TargetUsername', '', 'two')]), [])
    assert.deepEqual(advisedIn(code, [one, grouped('TargetUserName')]), [])
  })
})

test('no field of any Sysmon event is unknown to rules of its categories, and each is told in another case', () => {
  for (const { categories, fields } of sysmonEvents) {
    for (const category of categories) {
      for (const { name } of fields) {
        const source = `product: windows, category: ${category}`
        assert.deepEqual(advisedIn(code, [searching(source, `${name}: x`)]), [], `${category} ${name}`)
        const [found] = advisedIn(code, [searching(source, `${name.toLowerCase()}: x`)])
        assert.match(found?.hint ?? found?.message ?? '', /^Write |Hashes/, `${category} ${name}`)
      }
    }
  }
})
