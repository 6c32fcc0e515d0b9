import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { backslashWarnings } from '../../../steps/values/backslashes.ts'
import { fc } from '../../fast-check.ts'

const process = 1
const pipe = 17

/** What a table cell as written says of the field of an event. */
function inCell(written: string, field: string, eventId: number | null = process): readonly string[] {
  const read = written.replaceAll(/\\([\\|])/g, '$1')
  return backslashWarnings(eventId, [{ field, text: read }], [{ written, read }])
}

/** What the text says in quotes. */
function inQuotes(text: string, field: string, eventId: number | null = process): readonly string[] {
  return backslashWarnings(eventId, [{ field, text }], [])
}

describe('a cell is told of', () => {
  const cases: readonly (readonly [string, string, string, number | null, string])[] = [
    [
      'a share that nobody doubled',
      'Image',
      String.raw`\\fs1\apps\x.exe`,
      process,
      String.raw`write \\\\fs1\\apps\\x.exe`,
    ],
    [
      'one inside a command',
      'CommandLine',
      String.raw`type \\fs1\a\b.txt`,
      process,
      String.raw`write type \\\\fs1\\a\\b.txt`,
    ],
    [
      'one after a drive',
      'CommandLine',
      String.raw`C:\w\c.exe \\fs1 x`,
      process,
      String.raw`write C:\\w\\c.exe \\\\fs1 x`,
    ],
    ['one of any event', 'Anything', String.raw`\\fs1\apps`, null, String.raw`write \\\\fs1\\apps`],
    ['one of every computer', 'ShareName', String.raw`\\*\IPC$`, null, String.raw`write \\\\*\\IPC$`],
    [
      'a share that is doubled throughout',
      'Image',
      String.raw`\\fs1\\x.exe`,
      process,
      String.raw`four in a table: \\\\fs1\\x.exe;`,
    ],
    ['a computer alone', 'Image', String.raw`\\fs1`, process, String.raw`four in a table: \\\\fs1;`],
    ['a computer in a field of such', 'ServerName', String.raw`\\fs1`, null, String.raw`four in a table: \\\\fs1`],
    [
      'a command of another computer',
      'CommandLine',
      String.raw`\\fs1\\a\\x.exe /q`,
      process,
      String.raw`\\\\fs1\\a\\x.exe /q`,
    ],
    ['a path without its drive', 'Image', String.raw`\x.exe`, process, String.raw`with its drive: C:\\x.exe`],
    [
      'a path that is doubled twice',
      'Image',
      String.raw`C:\\\\w\\\\x.exe`,
      process,
      String.raw`makes two of four; write C:\\w\\x.exe`,
    ],
  ]
  for (const [about, field, written, eventId, says] of cases) {
    test(about, () => {
      const [warning = '', ...others] = inCell(written, field, eventId)
      assert.ok(warning.startsWith(`${field}: `) && warning.includes(says), warning)
      assert.deepEqual(others, [])
    })
  }
})

describe('a cell is no matter for', () => {
  const cases: readonly (readonly [string, string, string, number | null])[] = [
    ['a share as it has to be', 'Image', String.raw`\\\\fs1\\apps\\x.exe`, process],
    ['a path with its drive', 'Image', String.raw`C:\\w\\x.exe`, process],
    ['a path that nobody doubled', 'Image', String.raw`C:\w\x.exe`, process],
    ['a path doubled by halves', 'Image', String.raw`C:\w\\x.exe`, process],
    ['a device', 'Image', String.raw`\\Device\\HarddiskVolume3\\x.exe`, process],
    ["the kernel's spelling", 'CommandLine', String.raw`\\??\\C:\\w\\x.exe`, process],
    ['a pipe', 'PipeName', String.raw`\\lsass`, pipe],
    ['a pipe in a folder', 'PipeName', String.raw`\\a\b`, pipe],
    ['an account', 'User', String.raw`CONTOSO\\jo`, process],
    ['a share within a command', 'CommandLine', String.raw`type \\\\fs1\\a`, process],
    ['a task of an unknown event', 'TaskName', String.raw`\\Updater`, null],
    ['a text without any', 'Image', 'x', process],
  ]
  for (const [about, field, written, eventId] of cases) {
    test(about, () => assert.deepEqual(inCell(written, field, eventId), []))
  }
})

describe('quotes are told of', () => {
  const cases: readonly (readonly [string, string, string, number | null, string])[] = [
    ['a path', 'Image', String.raw`C:\\w\\x.exe`, process, String.raw`write C:\w\x.exe`],
    [
      'a path with arguments',
      'CommandLine',
      String.raw`C:\\w\\x.exe /q "a b"`,
      process,
      String.raw`write C:\w\x.exe /q "a b"`,
    ],
    ['an account', 'User', String.raw`CONTOSO\\jo`, process, String.raw`write CONTOSO\jo`],
    ['an account of an unknown event', 'Actor', String.raw`CONTOSO\\jo`, null, String.raw`write CONTOSO\jo`],
    ['a share, its start as well', 'Image', String.raw`\\\\fs1\\x.exe`, process, String.raw`write \\fs1\x.exe`],
    ['a share, its end alone', 'Image', String.raw`\\fs1\\x.exe`, process, String.raw`write \\fs1\x.exe`],
    [
      'a share within a command',
      'CommandLine',
      String.raw`type \\\\fs1\\a b`,
      process,
      String.raw`write type \\fs1\a b`,
    ],
    ['a key', 'TargetObject', String.raw`HKLM\\SOFTWARE\\x`, 13, String.raw`write HKLM\SOFTWARE\x`],
  ]
  for (const [about, field, text, eventId, says] of cases) {
    test(about, () => {
      const [warning = ''] = inQuotes(text, field, eventId)
      assert.match(warning, /quotes and doc strings take them as they stand/)
      assert.ok(warning.endsWith(says), warning)
    })
  }
})

describe('quotes are no matter for', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a path', 'Image', String.raw`C:\w\x.exe`],
    ['a share', 'Image', String.raw`\\fs1\apps\x.exe`],
    ['a share within a command', 'CommandLine', String.raw`cmd /c \\fs1\apps\x.exe`],
    ['a computer within a command', 'CommandLine', String.raw`net view \\fs1`],
    ['a path that is odd on purpose', 'Image', String.raw`C:\w\\x.exe`],
    ['an expression in a command', 'CommandLine', String.raw`findstr "a\\d" x`],
    ['an escaped quote', 'CommandLine', String.raw`echo {\\"a\\"}`],
    ['a path without its drive, as it was written', 'Image', String.raw`\x.exe`],
  ]
  for (const [about, field, text] of cases) test(about, () => assert.deepEqual(inQuotes(text, field), []))
})

test('what is said to write says nothing more, as quotes and as a cell', () => {
  const name = fc.stringMatching(/^[a-z]{1,6}$/)
  const parts = fc.array(name, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.constantFrom('C:', String.raw`\\fs1`), parts, (start, names) => {
      const path = [start, ...names].join('\\')
      assert.deepEqual(inQuotes(path, 'Image'), [])
      assert.deepEqual(inCell(path.replaceAll('\\', '\\\\'), 'Image'), [])
      const [doubled = ''] = inQuotes(path.replaceAll('\\', '\\\\'), 'Image')
      assert.ok(doubled.endsWith(`write ${path}`), doubled)
      if (start === 'C:') return
      const [halved = ''] = inCell(path, 'Image')
      assert.ok(halved.endsWith(`write ${path.replaceAll('\\', '\\\\')}`), halved)
    }),
  )
})
