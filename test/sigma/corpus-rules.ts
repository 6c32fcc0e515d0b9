import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Rule, readRules, sourceOf } from '../../sigma/index.ts'

/** The rules in use below a folder laid out like SigmaHQ's repository, in the order of their paths: one out of so many. */
export function corpusRules(folder: string, every = 1): readonly Rule[] {
  return globSync('rules/**/*.yml', { cwd: folder })
    .sort()
    .filter((_, index) => index % every === 0)
    .flatMap((path) => readRules(sourceOf(path, readFileSync(join(folder, path), 'utf8'))).rules)
}
