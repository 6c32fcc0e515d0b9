import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
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

/** Reads a file in a process of its own and prints what came and the most memory that it ever took, in MB. */
const script = `
  const { findEventFiles, readEvents } = await import(process.argv[1])
  const found = []
  for (const file of findEventFiles(process.argv[2], [process.argv[3]]))
    for await (const each of readEvents(process.argv[2], file)) found.push(each.kind === 'event' ? 'event' : each.line + ':' + each.column + ' ' + each.message)
  console.log(JSON.stringify({ found, peak: process.resourceUsage().maxRSS / 1024 }))
`

const cases: readonly (readonly [string, readonly Buffer[], readonly string[]])[] = [
  ['blanks.json.gz', [repeated(' ', 600), gzipSync(event)], ['event']],
  [
    'brackets.json.gz',
    [gzipSync('{"a": '), repeated('[', 100)],
    ['1:506 an event nests over 500 deep, which no log does; nothing after this place is read'],
  ],
  [
    'line.log.gz',
    [repeated('x', 600), gzipSync('\na\n')],
    ['1:1 this line is longer than 64 MB and is not read', 'event'],
  ],
  [
    'text.json.gz',
    [gzipSync(`${event}{"a": "`), repeated('x', 600), gzipSync(`"}\n${event}`)],
    ['event', '2:1 an event is longer than 64 MB', 'event'],
  ],
]

describe('a small file that unpacks to hundreds of megabytes is read in bounded memory', { concurrency: false }, () => {
  for (const [name, members, wanted] of cases) {
    test(name, async () => {
      writeFileSync(join(folder, name), Buffer.concat(members))
      const door = new URL('../../../sources/index.ts', import.meta.url).href
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        script,
        door,
        folder,
        name,
      ])
      const { found, peak } = JSON.parse(stdout)
      assert.deepEqual(found, wanted)
      assert.ok(peak < 450, `${peak} MB`)
    })
  }
})
