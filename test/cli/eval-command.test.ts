import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { curlRule, temporaryProject } from './temporary-project.ts'

const hit = { EventID: 1, Image: 'C:\\curl.exe', User: 'nina' }
const filtered = { ...hit, User: 'svc-update' }
const other = { EventID: 3, Image: 'C:\\curl.exe' }
const nested = { Event: { System: { EventID: 1 }, EventData: { Image: 'D:\\curl.exe' } } }

const keywordRule = `title: "Words \\u202E\\e[2J"
logsource: {product: cisco}
detection:
    words: [no access-session]
    condition: words
`

function line(file: string, event: number, more: object = {}): object {
  const id = '6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11'
  const about = { id, title: 'Download With Curl', author: 'A. Tester', level: 'low', matched: ['selection'] }
  return { file, event, rule: 'rules/curl.yml', ...about, ...more }
}

function linesOf(stdout: string): readonly unknown[] {
  return stdout === ''
    ? []
    : stdout
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each))
}

describe('sigmaproof eval', () => {
  test('prints one line of JSON a match by its contract and nothing else, and the counts to stderr', async () => {
    const project = temporaryProject({
      'rules/curl.yml': curlRule,
      'events/a.ndjson': [hit, filtered, other, hit].map((event) => JSON.stringify(event)).join('\n'),
      'events/b.json': JSON.stringify([nested, other], null, 2),
      'events/c.jsonl': `${JSON.stringify(nested, null, 2)}\n${JSON.stringify(hit, null, 2)}\n`,
      'events/notes.md': 'no events',
    })
    const { code, stdout, stderr } = await project.run('eval', 'events')
    assert.equal(code, 0)
    assert.deepEqual(linesOf(stdout), [
      line('events/a.ndjson', 0),
      line('events/a.ndjson', 3),
      line('events/b.json', 0),
      line('events/c.jsonl', 0),
      line('events/c.jsonl', 1),
    ])
    assert.deepEqual(Object.keys(linesOf(stdout)[0] ?? {}), [
      ...['file', 'event', 'rule', 'id', 'title', 'author', 'level', 'matched'],
    ])
    assert.equal(stderr, '8 events in 3 files, 1 rule: 5 matches of 1 rule\n')
  })

  test('no match is no failure', async () => {
    const project = temporaryProject({ 'rules/curl.yml': curlRule, 'e.json': JSON.stringify(other) })
    const outcome = await project.runHere('eval', 'e.json')
    assert.deepEqual(outcome, { code: 0, stdout: '', stderr: '1 event in 1 file, 1 rule: 0 matches of 0 rules\n' })
  })

  test('reads plain text, a line an event, by the name of the file or as told', async () => {
    const log = 'ok\r\nlogged command:no access-session x\r\n\r\nlast: NO ACCESS-SESSION'
    const project = temporaryProject({ 'rules/w.yml': keywordRule, 'a.raw': log, 'b.syslog': log })
    const { stdout } = await project.runHere('eval', 'a.raw')
    assert.deepEqual(
      linesOf(stdout).map((found) => found instanceof Object && 'event' in found && found.event),
      [1, 2],
    )
    const told = await project.runHere('eval', 'b.syslog', '--input', 'text')
    assert.equal(linesOf(told.stdout).length, 2)
    assert.equal((await project.runHere('eval', 'b.syslog')).code, 2)
  })

  test('lets nothing of a rule act on a terminal, and says it all the same', async () => {
    const project = temporaryProject({ 'rules/w.yml': keywordRule, 'a.log': 'no access-session\n' })
    const { stdout } = await project.runHere('eval', 'a.log')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000B-\u001F\u202E]/)
    assert.match(stdout, /"title":"Words \\u202e\\u001b\[2J"/)
    assert.equal(JSON.parse(stdout).title, 'Words \u202E\u001B[2J')
  })

  test('unpacks gzip, and tells what a cut file lost', async () => {
    const packed = gzipSync(`${JSON.stringify(hit)}\n`.repeat(2))
    const project = temporaryProject({ 'rules/curl.yml': curlRule })
    project.put({ 'packed/': '' })
    writeFileSync(join(project.root, 'a.ndjson.gz'), packed)
    writeFileSync(join(project.root, 'packed/a.ndjson.gz'), packed)
    writeFileSync(join(project.root, 'b.ndjson.gz'), packed.subarray(0, packed.length - 10))
    assert.equal(linesOf((await project.runHere('eval', 'a.ndjson.gz')).stdout).length, 2)
    assert.equal(linesOf((await project.runHere('eval', 'packed')).stdout).length, 2)
    const { code, stderr } = await project.runHere('eval', 'b.ndjson.gz')
    assert.equal(code, 2)
    assert.match(stderr, /^b\.ndjson\.gz:\d+:\d+: the gzip data ends too early here: the file was cut off$/m)
  })

  test('goes on after what is no JSON, with its place, and ends red', async () => {
    const text = `${JSON.stringify(hit)}\n{"EventID": 1, "Image": "C:\\x"}\n${JSON.stringify(hit)}\n`
    const project = temporaryProject({ 'rules/curl.yml': curlRule, 'a.ndjson': text })
    const { code, stdout, stderr } = await project.runHere('eval', 'a.ndjson')
    assert.equal(code, 2)
    assert.deepEqual(linesOf(stdout), [line('a.ndjson', 0), line('a.ndjson', 2)])
    assert.match(stderr, /^a\.ndjson:2:28: '\\x' is no escape in JSON; a backslash is '\\\\'$/m)
    assert.match(stderr, /: 2 matches of 1 rule; 1 place could not be read\n$/)
  })

  test('lets correlations count over all files, in the order of time, and leaves out the rules that only feed them', async () => {
    const correlation =
      'title: Curl thrice\ncorrelation:\n    type: event_count\n    rules: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11\n' +
      '    group-by: User\n    timespan: 1m\n    condition: {gte: 3}\n'
    const at = (UtcTime: string, User = 'nina'): string => `${JSON.stringify({ ...hit, UtcTime, User })}\n`
    const project = temporaryProject({
      'rules/curl.yml': curlRule,
      'rules/thrice.yml': correlation,
      'a.ndjson': at('2024-05-06 10:00:30.000') + at('2024-05-06 10:00:10.000', 'jan') + at('2024-05-06 10:01:40.000'),
      'b.ndjson': at('2024-05-06 10:00:40.000') + JSON.stringify(hit) + at('2024-05-06 10:00:45.000'),
    })
    const { code, stdout, stderr } = await project.runHere('eval', 'a.ndjson', 'b.ndjson')
    assert.equal(code, 0)
    assert.deepEqual(linesOf(stdout), [
      {
        ...{ file: 'b.ndjson', event: 2, rule: 'rules/thrice.yml', id: null, title: 'Curl thrice' },
        ...{ author: null, level: null, matched: ['rules/curl.yml'] },
      },
    ])
    assert.match(stderr, /1 match of 1 rule; 1 match without a time, counted by no correlation\n$/)
  })

  test('tells of files that hold no event, and is wrong use where none holds any', async () => {
    const empty = { 'e/a.json': '', 'e/b.ndjson': ' \n\t\n', 'e/c.json': '[]', 'e/d.log': '\n\n' }
    const project = temporaryProject({ 'rules/curl.yml': curlRule, ...empty, 'x.json': JSON.stringify(hit) })
    const told = 'e/a.json holds no event\ne/b.ndjson holds no event\ne/c.json holds no event\ne/d.log holds no event\n'
    const outcome = await project.runHere('eval', 'e')
    assert.deepEqual([outcome.code, outcome.stdout], [3, ''])
    assert.equal(outcome.stderr, `${told}0 events in 4 files, 1 rule: 0 matches of 0 rules\n`)
    const mixed = await project.runHere('eval', 'e', 'x.json')
    assert.deepEqual([mixed.code, linesOf(mixed.stdout).length], [0, 1])
    assert.equal(mixed.stderr, `${told}1 event in 5 files, 1 rule: 1 match of 1 rule\n`)
  })

  test('compares integers beyond 2^53 by their digits', async () => {
    const rule =
      'title: Big\nlogsource: {product: windows}\ndetection:\n  sel: {Keywords: "9232379236109516801"}\n  condition: sel\n'
    const keywords = ['9232379236109516800', '9232379236109516801', '"9232379236109516801"', '"9232379236109516800"']
    const events = keywords.map((each) => `{"EventID": 1, "Keywords": ${each}}`).join('\n')
    const project = temporaryProject({ 'rules/big.yml': rule, 'a.ndjson': events })
    const { stdout } = await project.runHere('eval', 'a.ndjson')
    assert.deepEqual(
      linesOf(stdout).map((found) => found instanceof Object && 'event' in found && found.event),
      [1, 2],
    )
  })

  test('prints the first faults of many', async () => {
    const project = temporaryProject({ 'rules/curl.yml': curlRule, 'a.ndjson': '{"a": x}\n'.repeat(500) })
    const { stderr } = await project.runHere('eval', 'a.ndjson')
    assert.equal(stderr.match(/^a\.ndjson:/gm)?.length, 10)
    assert.match(stderr, /500 places could not be read/)
  })

  test('a rule that cannot be read is told, and the others judge', async () => {
    const broken = curlRule.replace('selection and', 'selction and')
    const project = temporaryProject({
      'rules/curl.yml': curlRule,
      'rules/b.yml': broken,
      'e.json': JSON.stringify(hit),
    })
    const { code, stdout, stderr } = await project.runHere('eval', 'e.json')
    assert.equal(code, 2)
    assert.equal(linesOf(stdout).length, 1)
    assert.match(stderr, /E-CONDITION-UNKNOWN/)
  })

  test('takes UTF-16, which PowerShell writes, and tells bytes that are no text', async () => {
    const project = temporaryProject({ 'rules/curl.yml': curlRule })
    writeFileSync(join(project.root, 'a.json'), `\uFEFF${JSON.stringify(hit)}`, 'utf16le')
    writeFileSync(join(project.root, 'b.json'), Buffer.from(JSON.stringify({ ...hit, X: 'é' }), 'latin1'))
    assert.equal(linesOf((await project.runHere('eval', 'a.json')).stdout).length, 1)
    const { code, stdout, stderr } = await project.runHere('eval', 'b.json')
    assert.deepEqual([code, linesOf(stdout).length], [2, 1])
    assert.match(stderr, /b\.json:1:56: from here on bytes are not UTF-8/)
  })

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /missing required argument 'events'/],
    [['nowhere'], /"nowhere" does not exist/],
    [['rules'], /"rules" holds no \*\.json/],
    [['e.evtx'], /"e\.evtx" is a Windows event log .*evtx_dump -o jsonl/],
    [['e.json', '--rules', 'nowhere'], /"nowhere" does not exist/],
    [['e.json', '--input', 'xml'], /Allowed choices are json, text/],
  ]
  for (const [argv, message] of wrong) {
    test(`eval ${argv.join(' ')} is wrong use`, async () => {
      const project = temporaryProject({ 'rules/curl.yml': curlRule, 'e.json': '{}', 'e.evtx': 'ElfFile' })
      const { code, stdout, stderr } = await project.runHere('eval', ...argv)
      assert.deepEqual([code, stdout], [3, ''])
      assert.match(stderr, message)
    })
  }
})
