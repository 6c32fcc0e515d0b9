import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  formatMutationHtml,
  killFeatures,
  type MutationReport,
  mutationDocument,
  type NamedRule,
  safeJson,
  writePieces,
} from '../reports/index.ts'
import { packageVersion } from '../sources/index.ts'
import { removeSuggestions } from './remove-suggestions.ts'

/**
 * Writes `mutation.json`, its page, and a feature for each rule with mutants that a scenario could kill, into a folder; the
 * features of the last time go. Returns how many features there are.
 */
export async function writeMutation(
  report: MutationReport,
  rules: readonly NamedRule[],
  folder: string,
): Promise<number> {
  const version = packageVersion()
  const viewer = fileURLToPath(import.meta.resolve('mutation-testing-elements/mutation-test-elements.js'))
  await writePieces(resolve(folder, 'mutation.json'), [`${safeJson(mutationDocument(report, version))}\n`])
  await writePieces(resolve(folder, 'index.html'), [formatMutationHtml(report, version, readFileSync(viewer, 'utf8'))])
  removeSuggestions(folder)
  const features = killFeatures(report, rules)
  for (const { path, text } of features) await writePieces(resolve(folder, path), [text])
  return features.length
}
