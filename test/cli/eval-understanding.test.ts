import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Outcome, temporaryProject } from './temporary-project.ts'

const sysmonChannel = 'Microsoft-Windows-Sysmon/Operational'

const rules = {
  'rules/process.yml': `title: A process
logsource: {product: windows, category: process_creation}
detection:
  filter: {ParentImage|endswith: '\\a.exe'}
  condition: not filter
`,
  'rules/proxy.yml': `title: A request
logsource: {category: proxy}
detection:
  sel: {c-uri|contains: '/x'}
  condition: sel
`,
}

/** Runs `eval` over these events, with these lines in `sigmaproof.yml`. */
async function evaluated(events: readonly unknown[], configuration = '', ...argv: readonly string[]): Promise<Outcome> {
  const text = events.map((event) => `${JSON.stringify(event)}\n`).join('')
  const files = { ...rules, 'e.ndjson': text, 'sigmaproof.yml': `rules: rules\n${configuration}` }
  return temporaryProject(files).runHere('eval', 'e.ndjson', ...argv)
}

function titles({ stdout }: Outcome): readonly string[] {
  return [...stdout.matchAll(/"title":"([^"]*)"/g)].map(([, title = '']) => title)
}

describe('an event that eval does not understand', () => {
  const unheardOf = { foo: 1, bar: 'x' }
  const sysmon = { Channel: sysmonChannel, EventID: 1, Image: 'C:\\b.exe' }

  test('is judged by no rule that reads none of its fields, and is told with its names', async () => {
    const outcome = await evaluated([unheardOf, sysmon])
    assert.deepEqual(titles(outcome), ['A process'])
    assert.match(
      outcome.stderr,
      /1 event not understood: no known spelling, and no rule reads foo, bar \[W-EVENT-UNKNOWN\]/,
    )
    assert.equal(outcome.code, 0)
  })
  test('ends in 2 where the run is strict, by option or configuration', async () => {
    assert.equal((await evaluated([unheardOf, sysmon], '', '--strict')).code, 2)
    assert.equal((await evaluated([unheardOf, sysmon], 'strict: true\n')).code, 2)
    assert.equal((await evaluated([sysmon], '', '--strict')).code, 0)
  })
  test('ends in 3 where no other was there', async () => {
    const outcome = await evaluated([unheardOf, { RuleTitle: 'x', Details: {} }])
    assert.equal(outcome.code, 3)
    assert.match(outcome.stderr, /1 event not understood: hayabusa's timeline; read instead the \.evtx files/)
  })
  test('is understood as soon as a rule reads a field of it', async () => {
    const outcome = await evaluated([{ 'c-uri': '/x' }, { 'c-uri': '/y' }])
    assert.deepEqual(titles(outcome), ['A request'])
    assert.doesNotMatch(outcome.stderr, /W-EVENT/)
    assert.equal(outcome.code, 0)
  })
  test('names at most eight of its fields, control characters shown', async () => {
    const fields = Array.from({ length: 12 }, (_, at) => [`k${at}\u001b[2J`, at])
    const { stderr } = await evaluated([Object.fromEntries(fields)])
    assert.match(stderr, /k0\\u\{1B\}\[2J, .* and 4 more/)
  })
  test('says so when it names who wrote it and no event id', async () => {
    const outcome = await evaluated([{ Channel: sysmonChannel, Image: 'C:\\b.exe' }])
    assert.deepEqual(titles(outcome), [])
    assert.match(outcome.stderr, /1 event without an event id: no rule that asks for one was asked \[W-EVENT-NO-ID\]/)
  })
})

describe('the spelling of events in sigmaproof.yml', () => {
  const event = { meta: { chan: sysmonChannel, no: 1 }, payload: { Image: 'C:\\b.exe' } }
  const envelopes = `envelopes:
  - name: our bus
    marks: [meta.chan, payload]
    origin: {channel: meta.chan, eventId: meta.no}
    fields: payload
`
  test('an envelope of the project explains its events', async () => {
    assert.deepEqual(titles(await evaluated([event])), [])
    assert.deepEqual(titles(await evaluated([event], envelopes)), ['A process'])
  })
  test('a mapping gives rules the fields that events call otherwise', async () => {
    const request = { url: { path: '/x' } }
    assert.equal((await evaluated([request])).code, 3)
    assert.deepEqual(titles(await evaluated([request], 'mapping: {c-uri: url.path}\n')), ['A request'])
  })
  test('the mapping ecs is built in', async () => {
    const ecs = { code: 1, process: { executable: 'C:\\b.exe', parent: { executable: 'C:\\a.exe' } } }
    assert.deepEqual(titles(await evaluated([ecs], 'mapping: ecs\n')), [])
    const other = { ...ecs, process: { executable: 'C:\\b.exe', parent: { executable: 'C:\\c.exe' } } }
    assert.deepEqual(titles(await evaluated([other], 'mapping: ecs\n')), ['A process'])
  })

  const faults: readonly (readonly [configuration: string, message: RegExp])[] = [
    ['envelopes: x\n', /sigmaproof\.yml:2:12: "envelopes" takes a list/],
    ['envelopes: [{origin: {channel: a}}]\n', /"marks" of envelope 1 takes a list of paths/],
    ['envelopes: [{marks: [a], origin: {chanel: a}}]\n', /"origin" of envelope 1 has no "chanel"; nearest: channel/],
    ['envelopes: [{marks: [a], feilds: b}]\n', /envelope 1 has no "feilds"; nearest: fields/],
    ['envelopes: [{marks: [a], fields: [b]}]\n', /"fields" of envelope 1 takes a path/],
    ['mapping: ecss\n', /there is no mapping "ecss"; nearest: ecs/],
    ['mapping: [a]\n', /"mapping" takes a name, or/],
    ['mapping: {Image: [a]}\n', /"Image" takes a path in the event/],
  ]
  for (const [configuration, message] of faults) {
    test(`${configuration.trim()} is refused`, async () => {
      const { code, stderr } = await evaluated([event], configuration)
      assert.equal(code, 3)
      assert.match(stderr, message)
    })
  }
})
