import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type EventFormat, findEventFiles, readEvents, SourceError } from '../../../sources/index.ts'

const root = mkdtempSync(join(tmpdir(), 'events-'))
after(() => rmSync(root, { recursive: true }))

/** Events as they are, a fault as its place and message. */
async function readFrom(name: string, bytes: string | Uint8Array, format?: EventFormat): Promise<readonly unknown[]> {
  writeFileSync(join(root, name), bytes)
  const found: unknown[] = []
  for (const file of findEventFiles(root, [name], format)) {
    for await (const each of readEvents(root, file)) {
      if (each.kind === 'fault') found.push(`${each.line}:${each.column} ${each.message}`)
      else found.push(each.kind === 'event' ? (each.event.fields['#text'] ?? each.event.fields) : each.what)
    }
  }
  return found
}

const event = { a: 1 }
const line = `${JSON.stringify(event)}\n`
const packed = gzipSync(line)
const many = new Array(3000).fill(event)
const manyPacked = gzipSync(line.repeat(3000))

describe('gzip', () => {
  const more = 'after its end the gzip data is followed by something else, which is not read'
  const cases: readonly (readonly [string, Uint8Array, readonly unknown[]])[] = [
    ['members one after another', Buffer.concat([packed, packed, gzipSync(''), packed]), [event, event, event]],
    ['zeros after the end', Buffer.concat([packed, Buffer.alloc(600)]), [event]],
    ['garbage after the end', Buffer.concat([packed, Buffer.from('garbage')]), [event, `2:1 ${more}`]],
    ['garbage after much', Buffer.concat([manyPacked, Buffer.from('garbage')]), [...many, `3001:1 ${more}`]],
    ['more after zeros', Buffer.concat([packed, Buffer.alloc(600), packed]), [event, `2:1 ${more}`]],
    ['no gzip', Buffer.from(line), ['1:1 the file is called .gz but is not packed with gzip; drop .gz from its name']],
    ['nothing', Buffer.alloc(0), ['1:1 the gzip data ends too early here: the file was cut off']],
    [
      'a file that is cut off at its end',
      manyPacked.subarray(0, -5),
      [...many, '3001:1 the gzip data ends too early here: the file was cut off'],
    ],
    [
      'a checksum that is wrong',
      Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]),
      [event, '2:1 the gzip data is damaged near here'],
    ],
    ['gzip in gzip', gzipSync(packed), [/packed twice/]],
  ]
  for (const [name, bytes, wanted] of cases) {
    test(`${name}: all that can be read is, and the rest is told`, async () => {
      const found = await readFrom('x.json.gz', bytes)
      if (wanted[0] instanceof RegExp) assert.match(String(found), wanted[0])
      else assert.deepEqual(found, wanted)
    })
  }
})

describe('a file that is no file of events', () => {
  const named: readonly (readonly [string, RegExp])[] = [
    [
      'x.evtx',
      /^"x\.evtx" is a Windows event log \(EVTX\), which is not read yet; convert it: evtx_dump -o jsonl -f events\.jsonl x\.evtx$/,
    ],
    ['x.EVTX.gz', /EVTX/],
    ['x.etl', /Get-WinEvent .* x\.etl/],
    ['x.csv', /CSV, .*Import-Csv x\.csv/],
    ['x.xml', /XML/],
    ['x.zip', /an archive; unpack it first/],
    ['x.tar.gz', /an archive/],
    ['x.7z', /an archive/],
    ['x.json.zst', /compressed/],
    ['x.pcap', /a network capture/],
  ]
  for (const [name, message] of named) {
    test(`is told by its name: ${name}`, async () => {
      await assert.rejects(readFrom(name, line), (error) => error instanceof SourceError && message.test(error.message))
    })
  }

  test('is read as lines of text where that is asked for and it is text', async () => {
    assert.deepEqual(await readFrom('y.csv', 'a,b\n1,2\n', 'text'), ['a,b', '1,2'])
    await assert.rejects(readFrom('y.evtx', line, 'text'), /EVTX/)
  })

  const held: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      'EVTX',
      Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(4096)]),
      /^1:1 the file is a Windows event log \(EVTX\)/,
    ],
    ['a zip', Buffer.from('PK\x03\x04 and so on'), /an archive/],
    ['a tar', Buffer.concat([Buffer.from('a'.padEnd(257, '\0')), Buffer.from('ustar\0')]), /an archive/],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), /compressed/],
    ['gzip', packed, /packed with gzip under a name without \.gz/],
    ['a capture', Buffer.from([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]), /a network capture/],
    ['XML', '\uFEFF\n<Events><Event xmlns="x"/></Events>', /XML/],
    ['XML with a declaration', '<?xml version="1.0"?>\n<Event/>', /XML/],
    ['a page of a proxy', '<!DOCTYPE html>\n<html></html>', /HTML/],
    ['syslog', '<134>1 2024-05-06T10:00:00Z host app - - - x\n', /--input text/],
    ['CSV', 'EventID,Image,"Command Line"\n1,a,b\n', /CSV/],
    ['CSV with semicolons', 'Event ID;Image\r\n1;a', /CSV/],
    ['UTF-16 without a mark', Buffer.from(line, 'utf16le'), /UTF-16 without a byte order mark; save it as UTF-8/],
    ['UTF-16 the other way round', Buffer.from(line, 'utf16le').swap16(), /UTF-16 without a byte order mark/],
  ]
  for (const [name, bytes, message] of held) {
    test(`is told by what it holds: ${name}`, async () => {
      const found = await readFrom('x.json', bytes)
      assert.equal(found.length, 1)
      assert.match(String(found), message)
    })
  }

  test('but JSON after another line is read, and lines of text may be anything', async () => {
    assert.equal((await readFrom('x.json', `hello, world\n${line}`)).length, 2)
    assert.deepEqual(await readFrom('x.log', '<134>1 x\na,b\n'), ['<134>1 x', 'a,b'])
    assert.match(String(await readFrom('x.log', 'ElfFile\0\0\0')), /EVTX/)
  })

  test('bytes that are not UTF-8 are told with their place, and the events read', async () => {
    const bytes = Buffer.from(`${line}{"b": "ü"}\n${line}`, 'latin1')
    assert.deepEqual(await readFrom('x.json', bytes), [
      '2:8 from here on bytes are not UTF-8 but perhaps Latin-1 or Windows-1252; each is read as U+FFFD; save the file as UTF-8',
      ...[event, { b: '\uFFFD' }, event],
    ])
  })
})

describe('what only looks like a file', { skip: process.platform === 'win32' }, () => {
  const folder = join(root, 'pipes')
  mkdirSync(folder)
  execFileSync('mkfifo', [join(folder, 'x.json'), join(root, 'pipe')])
  symlinkSync(join(root, 'pipe'), join(root, 'linked.json'))

  for (const path of ['pipe', 'linked.json', 'pipes', 'pipes/*.json']) {
    test(`a pipe is refused and never opened: ${path}`, () => {
      assert.throws(
        () => findEventFiles(root, [path]),
        /is a pipe, not a file; save what comes out of it to a file first/,
      )
    })
  }

  test('a device is refused', () => {
    symlinkSync('/dev/zero', join(root, 'zero.json'))
    assert.throws(() => findEventFiles(root, ['/dev/zero']), /"\/dev\/zero" is a device, not a file/)
    assert.throws(() => findEventFiles(root, ['zero.json']), /is a device/)
  })

  test('a socket is refused', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(join(root, 's.json'), done))
    try {
      assert.throws(() => findEventFiles(root, ['s.json']), /is a socket/)
    } finally {
      server.close()
    }
  })
})
