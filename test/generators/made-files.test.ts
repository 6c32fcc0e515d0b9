import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { windowsEvents } from '../../catalogue/index.ts'
import { madeFiles } from './made-files.ts'

describe('the files that the generators make', () => {
  for (const event of windowsEvents) {
    it(`are up to date for event ${event.id}`, () => {
      for (const { url, content } of madeFiles(event)) {
        // `npm run refresh` writes them. A changed snapshot is a changelog entry: saved recipes make other events from then on.
        assert.equal(JSON.stringify(JSON.parse(readFileSync(url, 'utf8'))), JSON.stringify(content), url.pathname)
      }
    })
  }

  it('are one of each kind for every event', () => {
    for (const folder of ['snapshots/', '../../catalogue/schemas/']) {
      assert.equal(readdirSync(new URL(folder, import.meta.url)).length, windowsEvents.length, folder)
    }
  })

  it('come out the same in another process', () => {
    const module = new URL('made-files.ts', import.meta.url).href
    const catalogue = new URL('../../catalogue/index.ts', import.meta.url).href
    const code = `const { madeFiles } = await import('${module}')
      const { windowsEvents } = await import('${catalogue}')
      process.stdout.write(JSON.stringify(windowsEvents.map((event) => madeFiles(event).map(({ content }) => content))))`
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
    assert.equal(output, JSON.stringify(windowsEvents.map((event) => madeFiles(event).map(({ content }) => content))))
  })
})
