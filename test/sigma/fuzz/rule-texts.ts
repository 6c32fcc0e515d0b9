import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ours = fileURLToPath(new URL('../../../rules', import.meta.url))

/** The text of every rule below SIGMAPROOF_RULES; without it, of the repository's own. */
export function ruleTexts(): readonly string[] {
  const folder = process.env.SIGMAPROOF_RULES ?? ours
  return globSync('**/*.yml', { cwd: folder })
    .toSorted()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}
