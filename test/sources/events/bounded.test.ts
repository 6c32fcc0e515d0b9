import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

const folder = mkdtempSync(join(tmpdir(), 'bombs-'))
after(() => rmSync(folder, { recursive: true }))

const megabyte = 1024 * 1024
const event = '{"a": 1}\n'

/** Members of gzip one after another are one text: a bomb of any size is made of a few bytes, and in no time. */
function repeated(character: string, megabytes: number): Buffer {
  return Buffer.concat(new Array(megabytes / 4).fill(gzipSync(character.repeat(4 * megabyte))))
}

/** Reads files in a process of its own and prints what came of each and the most memory that it ever took, in MB. */
const script = `
  const [door, folder, ...names] = process.argv.slice(1)
  const { findEventFiles, readEvents } = await import(door)
  const found = {}
  for (const name of names)
    for (const file of findEventFiles(folder, [name]))
      for await (const each of readEvents(folder, file))
        (found[name] ??= []).push(each.kind === 'event' ? 'event' : each.line + ':' + each.column + ' ' + each.message)
  console.log(JSON.stringify({ found, peak: process.resourceUsage().maxRSS / 1024 }))
`

/** In MB: what a file unpacks to, which nobody who kept it would have room for. */
const size = 480
const mostMemory = 450

const cases: Readonly<Record<string, readonly [members: readonly Buffer[], found: readonly string[]]>> = {
  'blanks.json.gz': [[repeated(' ', size), gzipSync(event)], ['event']],
  'brackets.json.gz': [
    [gzipSync('{"a": '), repeated('[', 100)],
    ['1:506 an event nests over 500 deep, which no log does; nothing after this place is read'],
  ],
  'line.log.gz': [
    [repeated('x', size), gzipSync('\na\n')],
    ['1:1 this line is longer than 64 MB and is not read', 'event'],
  ],
  'text.json.gz': [
    [gzipSync(`${event}{"a": "`), repeated('x', size), gzipSync(`"}\n${event}`)],
    ['event', '2:1 an event is longer than 64 MB', 'event'],
  ],
}

test('small files that unpack to hundreds of megabytes are read in bounded memory', async () => {
  for (const [name, [members]] of Object.entries(cases)) writeFileSync(join(folder, name), Buffer.concat(members))
  const door = new URL('../../../sources/index.ts', import.meta.url).href
  const argv = ['--input-type=module', '-e', script, door, folder, ...Object.keys(cases)]
  const { stdout } = await promisify(execFile)(process.execPath, argv)
  const { found, peak } = JSON.parse(stdout)
  assert.deepEqual(found, Object.fromEntries(Object.entries(cases).map(([name, [, wanted]]) => [name, wanted])))
  assert.ok(peak < mostMemory, `${peak} MB`)
})
