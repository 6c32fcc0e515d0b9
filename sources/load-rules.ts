import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Placeholders, type Problem, type Rule, readRules, type Source, sourceOf } from '../sigma/index.ts'
import { findFiles, reading } from './find-files.ts'
import { SourceError } from './source-error.ts'

/** Everything read of a set of rules. A rule with an error is not among `rules`; its problems are, and so is its source. */
export interface LoadedRules {
  /** By key. */
  readonly rules: readonly Rule[]
  readonly problems: readonly Problem[]
  /** By path, which is what every span names. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Reads every rule in these files, folders and globs (`*.yml`, `*.yaml`; see {@link findFiles}), relative to the root.
 * Synchronous, because steps need the rules while they are being registered. A file that is not UTF-8 is a problem of that
 * file. `placeholders` are the values that `expand` puts in. Throws a {@link SourceError} where there is nothing to read: unreadable or empty folder, or files without a rule.
 */
export function loadRules(root: string, paths: readonly string[], placeholders: Placeholders = {}): LoadedRules {
  const read = findFiles(root, paths, ['.yml', '.yaml']).map((path) => readOne(root, path, placeholders))
  const rules = read.flatMap((each) => each.rules)
  const problems = read.flatMap((each) => each.problems)
  if (rules.length === 0 && problems.length === 0) {
    throw new SourceError(`${paths.map((path) => `"${path}"`).join(', ')} holds YAML files, but no rule in them`)
  }
  return { rules, problems, sources: new Map(read.map(({ source }) => [source.path, source])) }
}

interface ReadFile {
  readonly source: Source
  readonly rules: readonly Rule[]
  readonly problems: readonly Problem[]
}

function readOne(root: string, path: string, placeholders: Placeholders): ReadFile {
  const text = decoded(reading(join(root, path), (file) => readFileSync(file)))
  const source = sourceOf(path, text ?? '')
  if (text === null) return { source, rules: [], problems: [notUtf8(path)] }
  return { source, ...readRules(source, { placeholders }) }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function notUtf8(path: string): Problem {
  return {
    code: 'E-YAML',
    severity: 'error',
    span: { path, start: 0, end: 0 },
    message: 'YAML error: the file is not UTF-8',
    hint: 'Save it as UTF-8.',
    rule: null,
  }
}
