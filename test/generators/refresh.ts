/**
 * Writes the files under version control that the generators make: the snapshot of each event and the JSON Schemas that
 * the package ships. `npm run refresh`; a changed snapshot is a changelog entry.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { windowsEvents } from '../../catalogue/index.ts'
import { madeFiles } from './made-files.ts'

for (const { id } of windowsEvents) {
  for (const { url, content } of madeFiles(id)) {
    mkdirSync(new URL('.', url), { recursive: true })
    writeFileSync(url, `${JSON.stringify(content, null, 2)}\n`)
  }
}
