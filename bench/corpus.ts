import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Rule, readRules, sourceOf } from '../sigma/index.ts'

/** Folders of SigmaHQ's repository with rules in use. */
const active = /^rules[^/]*\/.*\.yml$/

/**
 * Every rule in use below a folder laid out like SigmaHQ's repository, or below one folder in it, in the order of their paths;
 * placeholders get one value each.
 */
export function activeRules(root: string, below = ''): readonly Rule[] {
  const files = readdirSync(join(root, below), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(below, file.replaceAll('\\', '/')))
    .filter((file) => active.test(file))
    .sort()
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const names = [...text.matchAll(/%([\w.-]+)%/g)].map(([, name = '']) => name)
    const placeholders = Object.fromEntries(names.map((name) => [name, [`${name}-1`]]))
    return readRules(sourceOf(file, text), { placeholders }).rules
  })
}

/** What a rule's log source is called in a table. */
export function logSourceName({ logsource: { product, category, service } }: Rule): string {
  return [product ?? 'any', category ?? service ?? ''].filter((part) => part !== '').join(' ')
}
