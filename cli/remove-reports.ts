import { globSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Settings } from '../sources/index.ts'
import { removeSuggestions } from './remove-suggestions.ts'

/**
 * What an earlier run left must never pass for the result of this one. By name and not by folder: the output folder is
 * the user's to choose. Cucumber's attachments carry new names in every run; a file of
 * suggestions is known by its first line.
 */
export function removeReports({ root, out }: Pick<Settings, 'root' | 'out'>): void {
  const attachments = globSync('cucumber/attachment-*', { cwd: resolve(root, out) })
  const names = [
    'report.json',
    'summary.txt',
    'html/index.html',
    'mutation/mutation.json',
    'mutation/index.html',
    'cucumber/index.html',
    'junit.xml',
    'messages.ndjson',
  ]
  for (const name of [...names, ...attachments]) rmSync(resolve(root, out, name), { force: true })
  for (const folder of ['.', 'mutation']) removeSuggestions(resolve(root, out, folder))
}
