import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { envelopes } from '../../../sources/events/envelopes/envelopes.ts'
import { eventFormatRows } from '../../../sources/index.ts'

const text = readFileSync('docs/events.md', 'utf8')

/** The cells of the rows below a heading. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const table = text.slice(text.indexOf(`## ${heading}`)).split('\n## ')[0] ?? ''
  const rows = [...table.matchAll(/^\| (.+) \|$/gm)].map(([, cells = '']) => cells.split(' | '))
  return rows.slice(1)
}

test('the documentation has a row for each format of events', () => {
  const rows = eventFormatRows().map(([name, { description, extensions }]) => {
    return [name, description, extensions.map((extension) => `\`${extension}\``).join(', ')]
  })
  assert.deepEqual(rowsUnder('Formats that are read'), rows)
})

test('the documentation has a row for each spelling of events, in the order in which they are tried', () => {
  const names = rowsUnder('Spellings that are known').map(([name = '']) => name.replace(/, .*$/, ''))
  assert.deepEqual(
    names,
    envelopes.map(({ name }) => name),
  )
})
