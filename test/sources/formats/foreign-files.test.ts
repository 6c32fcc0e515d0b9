import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventFormatRows } from '../../../sources/formats/event-formats.ts'
import { foreignName } from '../../../sources/formats/foreign-files.ts'

test('no file that a format reads is told as one that is not', () => {
  const names = eventFormatRows().flatMap(([, { extensions }]) => extensions.map((extension) => `events${extension}`))
  assert.ok(names.length > 0)
  assert.deepEqual(
    names.filter((name) => foreignName(name, false) !== null),
    [],
  )
})
