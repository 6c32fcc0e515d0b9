import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildRuleSet,
  type Placeholders,
  type Problem,
  type RuleReading,
  type RuleSet,
  readRules,
  type Source,
  sourceOf,
} from '../sigma/index.ts'
import { findFiles, reading } from './find-files.ts'
import { SourceError } from './source-error.ts'

/** Everything read of a set of rules. A rule with an error is not among `rules`; its problems are, and so is its source. */
export interface LoadedRules extends RuleSet {
  /** By path, which is what every span names. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Reads every rule in these files, folders and globs (`*.yml`, `*.yaml`; see {@link findFiles}), relative to the root, and
 * makes one set of them: filter documents are compiled into the rules they apply to, correlations know theirs.
 * Synchronous, because steps need the rules while they are being registered. A file that is not UTF-8 is a problem of that
 * file. `placeholders` are the values that `expand` puts in. Throws a {@link SourceError} where there is nothing to read: unreadable or empty folder, or files without a rule.
 */
export function loadRules(root: string, paths: readonly string[], placeholders: Placeholders = {}): LoadedRules {
  const read = findFiles(root, paths, ['.yml', '.yaml']).map((path) => readOne(root, path, placeholders))
  const ruleSet = buildRuleSet(read.map(({ reading: each }) => each))
  const { rules, correlations, problems } = ruleSet
  if (rules.length === 0 && correlations.length === 0 && problems.length === 0) {
    throw new SourceError(`${paths.map((path) => `"${path}"`).join(', ')} holds YAML files, but no rule in them`)
  }
  return { ...ruleSet, sources: new Map(read.map(({ source }) => [source.path, source])) }
}

interface ReadFile {
  readonly source: Source
  readonly reading: RuleReading
}

function readOne(root: string, path: string, placeholders: Placeholders): ReadFile {
  const text = decoded(reading(join(root, path), (file) => readFileSync(file)))
  const source = sourceOf(path, text ?? '')
  const read = readRules(source, { placeholders })
  return { source, reading: text === null ? { ...read, problems: [notUtf8(path)] } : read }
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
