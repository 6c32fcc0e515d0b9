import { globSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { visibleText } from '../sigma/index.ts'
import type { Settings } from '../sources/index.ts'
import { removeSuggestions } from './remove-suggestions.ts'
import { UsageError } from './usage-error.ts'

/**
 * What an earlier run left must never pass for the result of this one. By name and not by folder: the output folder is
 * the user's to choose. Cucumber's attachments carry new names in every run; a file of
 * suggestions is known by its first line. Throws a UsageError where the folder is a file.
 */
export function removeReports({ root, out }: Pick<Settings, 'root' | 'out'>): void {
  if (statSync(resolve(root, out), { throwIfNoEntry: false })?.isFile() === true) {
    throw new UsageError(`"${visibleText(out)}" is a file: the reports need a folder, such as --out out`)
  }
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
