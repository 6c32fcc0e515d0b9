import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eventOf, flattenEvent, judge, readRules, sourceOf } from '../../sigma/index.ts'
import { curlRule, temporaryProject } from './temporary-project.ts'

const session = `title: Session
name: session
logsource: {product: windows, category: network_connection}
detection:
    selection:
        DestinationPort: [5985, 5986]
        Initiated: true
    filter_local:
        DestinationIp|cidr: 127.0.0.0/8
    filter_short:
        SourceIp: '::1'
    condition: selection and not 1 of filter_*
`

const strictSession = session
  .replace('title: Session', 'title: Strict session')
  .replace('name: session', 'name: strict')
  .replace('[5985, 5986]', '5985')

const contradiction = `title: Contradiction
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|contains: abc
    filter:
        CommandLine|contains: b
    condition: selection and not filter
`

function creation(...lines: readonly string[]): string {
  const keys = lines.map((line) => `        ${line}\n`).join('')
  return `title: Creation\nlogsource: {product: windows, category: process_creation}\ndetection:\n    selection:\n${keys}    condition: selection\n`
}

const proxy = `title: Proxy
logsource: {category: proxy}
detection:
    selection:
        cs-method: GET
        c-uri|endswith: .7z
    condition: selection
`

const twoWords = `title: Two words
logsource: {product: windows, category: process_creation}
detection:
    selection:
        CommandLine|all: [one, two]
    condition: selection
`

function ruleIn(text: string) {
  const [rule] = readRules(sourceOf('rules/x.yml', text)).rules
  if (rule === undefined) throw new Error('no rule')
  return rule
}

const project = temporaryProject({
  'rules/session.yml': session,
  'rules/strict.yml': strictSession,
  'rules/contradiction.yml': contradiction,
  'rules/dead.yml': creation("Image|endswith: '\\a.exe'", 'LogonType: 3'),
  'rules/percent.yml': creation("CommandLine|contains: 'echo %A%'"),
  'rules/audit.yml': creation("NewProcessName|endswith: '\\a.exe'"),
  'rules/curl.yml': curlRule,
  'rules/proxy.yml': proxy,
  'rules/two-words.yml': twoWords,
  'broken.yml': 'title: Broken\ndetection: {s: {a: b}, condition: t}\n',
})

function eventsIn(stdout: string) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((each) => flattenEvent(JSON.parse(each)))
}

describe('sigmaproof generate', () => {
  test('prints different events that fire, the same for the same seed, and nothing else', async () => {
    const first = await project.runHere('generate', 'rules/session.yml', '-n', '5', '--seed', 'a')
    assert.deepEqual([first.code, first.stderr], [0, ''])
    const events = eventsIn(first.stdout)
    assert.equal(new Set(events.map((event) => JSON.stringify(event))).size, 5)
    for (const event of events) assert.equal(judge(ruleIn(session), event).verdict.kind, 'fires')
    assert.deepEqual(await project.runHere('generate', 'rules/session.yml', '-n', '5', '--seed', 'a'), first)
    const other = await project.runHere('generate', 'rules/session.yml', '-n', '5', '--seed', 'b')
    assert.notEqual(other.stdout, first.stdout)
  })

  test('finds a rule by its title and its name, and says what is nearest', async () => {
    for (const name of ['Session', 'session']) assert.equal((await project.runHere('generate', name)).code, 0)
    const { code, stdout, stderr } = await project.runHere('generate', 'Sesion')
    assert.deepEqual([code, stdout], [3, ''])
    assert.match(stderr, /no rule is called "Sesion"; nearest: "Session"/)
  })

  test('makes an event that one filter stops', async () => {
    const { stdout } = await project.runHere('generate', 'session', '--goal', 'suppressed-by=filter_local')
    const [event = eventOf({})] = eventsIn(stdout)
    assert.deepEqual(judge(ruleIn(session), event).verdict, { kind: 'suppressed', by: ['filter_local'] })
  })

  test('makes an event that misses by one value, named in several ways', async () => {
    for (const value of ['5985', 'DestinationPort=5985', 'selection/DestinationPort/5985']) {
      const { stdout } = await project.runHere('generate', 'session', '--goal', `misses=${value}`)
      const [event = eventOf({})] = eventsIn(stdout)
      const judgement = judge(ruleIn(session), event)
      assert.equal(judgement.verdict.kind, 'missed')
      assert.ok(judgement.decisive.has('selection/DestinationPort/5985'))
    }
  })

  const edges: readonly (readonly [goal: string, field: string, value: unknown])[] = [
    ['first=127.0.0.0/8', 'DestinationIp', '127.0.0.0'],
    ['last=DestinationIp=127.0.0.0/8', 'DestinationIp', '127.255.255.255'],
    ['before=127.0.0.0/8', 'DestinationIp', '126.255.255.255'],
    ['after=127.0.0.0/8', 'DestinationIp', '128.0.0.0'],
  ]
  for (const [goal, field, value] of edges) {
    test(`makes an event at an edge: ${goal}`, async () => {
      const { code, stdout } = await project.runHere('generate', 'rules/session.yml', '--goal', goal)
      assert.equal(code, 0)
      assert.equal(eventsIn(stdout)[0]?.fields[field], value)
    })
  }

  test('makes an event that tells two rules apart, or proves that none does', async () => {
    const run = (...goal: readonly string[]) => project.runHere('generate', 'rules/session.yml', ...goal)
    const { code, stdout } = await run('--goal', 'and-not=Strict session')
    assert.equal(code, 0)
    const [event = eventOf({})] = eventsIn(stdout)
    assert.equal(judge(ruleIn(session), event).verdict.kind, 'fires')
    assert.notEqual(judge(ruleIn(strictSession), event).verdict.kind, 'fires')
    const implied = await project.runHere('generate', 'rules/strict.yml', '--goal', 'and-not=rules/session.yml')
    assert.deepEqual([implied.code, implied.stdout], [1, ''])
    assert.match(implied.stderr, /^no event of its log source reaches|^no event reaches/)
  })

  test('makes an event on which the rule is silent', async () => {
    const { stdout } = await project.runHere('generate', 'rules/session.yml', '--goal', 'silent')
    const [event = eventOf({})] = eventsIn(stdout)
    assert.ok(['missed', 'suppressed'].includes(judge(ruleIn(session), event).verdict.kind))
  })

  test('prints what another agent could write where the log source writes none, and says so', async () => {
    const { code, stdout, stderr } = await project.runHere(
      'generate',
      'session',
      '--goal',
      'suppressed-by=filter_short',
    )
    assert.equal(code, 0)
    assert.equal(eventsIn(stdout)[0]?.fields.SourceIp, '::1')
    assert.match(
      stderr,
      /no event of its log source reaches suppressed-by=filter_short: SourceIp equals '::1' never matches/,
    )
    assert.match(stderr, /unrealistic \(1 of 1\) address-spelling: /)
  })

  test('answers for Sysmon first, and for the whole catalogue', async () => {
    const dead = await project.runHere('generate', 'rules/dead.yml')
    assert.equal(dead.code, 0)
    assert.deepEqual([eventsIn(dead.stdout)[0]?.fields.EventID, eventsIn(dead.stdout)[0]?.fields.LogonType], [1, 3])
    assert.match(
      dead.stderr,
      /^no event of the catalogue fires it: LogonType equals '3' never matches; Sysmon event 1 \(process creation\) has no field LogonType/,
    )
    assert.match(dead.stderr, /^unrealistic \(1 of 1\) schema: Sysmon event 1 /m)
    assert.doesNotMatch(dead.stderr, /4688/)
    const other = await project.runHere('generate', 'rules/percent.yml')
    assert.deepEqual([other.code, eventsIn(other.stdout)[0]?.fields.EventID], [0, 4688])
    assert.match(
      other.stderr,
      /^no event of Sysmon reaches fires: CommandLine contains 'echo %A%' never matches; .*; events of its log source are also written by Security event 4688 \(process creation audit\)/,
    )
  })

  test('says no word of Sysmon where a rule is for another log', async () => {
    const { code, stdout, stderr } = await project.runHere('generate', 'rules/audit.yml')
    assert.deepEqual([code, eventsIn(stdout)[0]?.fields.EventID, stderr], [0, 4688, ''])
  })

  test('ends in a finding where it is proved that there is no event', async () => {
    const { code, stdout, stderr } = await project.runHere('generate', 'rules/contradiction.yml')
    assert.deepEqual([code, stdout], [1, ''])
    assert.equal(
      stderr,
      "no event reaches fires: CommandLine contains 'abc' never matches without CommandLine contains 'b'\n",
    )
  })

  test('prints each shape, one a line or as a list', async () => {
    const evtx = await project.runHere('generate', 'session')
    assert.match(evtx.stdout, /^\{"Event":\{/)
    const flat = await project.runHere('generate', 'session', '--shape', 'flat', '--format', 'json', '-n', '2')
    assert.equal(JSON.parse(flat.stdout).length, 2)
    const xml = await project.runHere('generate', 'session', '--shape', 'xml')
    assert.match(xml.stdout, /^<Event /)
  })

  test('prints flat what is no event of Windows, so that it reads as it was made', async () => {
    const { stdout } = await project.runHere('generate', 'Proxy')
    const [event = eventOf({})] = eventsIn(stdout)
    assert.equal(judge(ruleIn(proxy), event).verdict.kind, 'fires')
    const xml = await project.runHere('generate', 'Proxy', '--shape', 'xml')
    assert.deepEqual([xml.code, xml.stdout], [3, ''])
    assert.match(xml.stderr, /XML cannot show what the rule reads: it is no event of Windows; --shape flat can/)
  })

  test('leaves out what XML would show otherwise', async () => {
    const { code, stdout, stderr } = await project.runHere('generate', 'Two words', '--shape', 'xml')
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^1 of 1 events are left out: XML cannot show what the rule reads: CommandLine is a list; /)
    const flat = await project.runHere('generate', 'Two words', '--shape', 'flat')
    assert.deepEqual([flat.code, eventsIn(flat.stdout)[0]?.fields.CommandLine], [0, ['one', 'two']])
  })

  test('refuses what the rule or the command does not have', async () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['flies', /there is no goal "flies"; goals: fires, silent, fires-via=PART/],
      ['fires-via', /there is no goal "fires-via"/],
      ['suppressed-by=selection', /"Session" has no filter selection/],
      [
        'fires-via=nopart',
        /"Session" has no part nopart; there are selection, filter_local, filter_short, DestinationPort, Initiated$/m,
      ],
      ['fires-via=SourceIp', /"Session" has no part SourceIp; there are selection, /],
      ['without=filter_shrt', /"Session" has no part filter_shrt; nearest: filter_short/],
      ['misses=5987', /the rule has no value "5987"; nearest: 598/],
    ]
    for (const [goal, message] of refused) {
      const { code, stderr } = await project.runHere('generate', 'session', '--goal', goal)
      assert.equal(code, 3)
      assert.match(stderr, message)
    }
    assert.equal((await project.runHere('generate', 'session', '-n', '0')).code, 3)
    assert.equal((await project.runHere('generate', 'session', '--shape', 'csv')).code, 3)
    assert.equal((await project.runHere('generate', 'rules')).code, 3)
  })

  test('tells why a rule cannot be read', async () => {
    const { code, stderr } = await project.runHere('generate', 'broken.yml')
    assert.equal(code, 2)
    assert.match(stderr, /broken\.yml/)
  })

  test('has help that ends in examples', async () => {
    const { code, stdout } = await project.runHere('generate', '--help')
    assert.equal(code, 0)
    assert.match(stdout, /Examples:\n(?: {2}\$ sigmaproof generate .*\n)+\n?$/)
  })
})
