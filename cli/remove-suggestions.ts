import { globSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { suggestedMark } from '../reports/index.ts'

/** Takes the features of suggestions out of a folder: those that still have our first line, and no file of the user's. */
export function removeSuggestions(folder: string): void {
  for (const name of globSync('suggestions/**/*.feature', { cwd: folder })) {
    const path = resolve(folder, name)
    if (readFileSync(path, 'utf8').startsWith(suggestedMark)) rmSync(path, { force: true })
  }
}
