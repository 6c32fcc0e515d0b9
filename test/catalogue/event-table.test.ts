import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { withEventTable } from './event-table.ts'

it('the documentation has a row for each event; `npm run refresh` writes them', () => {
  const text = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8')
  assert.equal(text, withEventTable(text))
})
