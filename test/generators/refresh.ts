/**
 * Writes the files under version control that are made: the snapshot of each event, the JSON Schemas that the package ships
 * and the reference of steps. `npm run refresh`; a changed snapshot is a changelog entry.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { windowsEvents } from '../../catalogue/index.ts'
import { stepReference } from '../../steps/vocabulary/step-reference.ts'
import { withEventTable } from '../catalogue/event-table.ts'
import { madeFiles } from './made-files.ts'

for (const event of windowsEvents) {
  for (const { url, content } of madeFiles(event)) {
    mkdirSync(new URL('.', url), { recursive: true })
    writeFileSync(url, `${JSON.stringify(content, null, 2)}\n`)
  }
}
writeFileSync(new URL('../../docs/steps.md', import.meta.url), stepReference())

const document = new URL('../../docs/events.md', import.meta.url)
writeFileSync(document, withEventTable(readFileSync(document, 'utf8')))
