import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildRuleSet,
  byCodeUnit,
  type ErrorCode,
  type Placeholders,
  type Problem,
  type RuleReading,
  type RuleSet,
  readRules,
  type Source,
  sourceOf,
} from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { lookForFiles, reading } from './find-files.ts'

/** Reads the rules in one text. Whoever has read the same before may answer with that. */
export type ReadRules = typeof readRules

/** Everything read of a set of rules. A rule with an error is not among `rules`; its problems are, and so is its source. */
export interface LoadedRules extends RuleSet {
  /** By path, which is what every span names. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Reads every rule in these files, folders and globs (`*.yml`, `*.yaml`; see {@link lookForFiles}), relative to the root,
 * and makes one set of them: filter documents are compiled into the rules they apply to, correlations know theirs.
 * Synchronous, because steps need the rules while they are being registered. What cannot be read, or is not UTF-8, is a
 * problem of that file. `placeholders` are the values that `expand` puts in. Throws a {@link SourceError} where there is
 * nothing to read: a path that does not exist, an empty folder, or files without a rule.
 */
export function loadRules(
  root: string,
  paths: readonly string[],
  placeholders: Placeholders = {},
  read: ReadRules = readRules,
): LoadedRules {
  const loaded = readRuleFiles(root, paths, placeholders, read)
  const { rules, correlations, problems } = loaded
  if (rules.length === 0 && correlations.length === 0 && !problems.some(({ severity }) => severity === 'error')) {
    throw new SourceError(`${quoted(paths)} holds YAML files, but no rule in them`)
  }
  return loaded
}

/** The same, but that files without a rule are told and nothing else: whoever only reads has nothing to run. */
export function readRuleFiles(
  root: string,
  paths: readonly string[],
  placeholders: Placeholders = {},
  readText: ReadRules = readRules,
): LoadedRules {
  const { files, refused, hasLeftOut } = lookForFiles(root, paths, { extensions: ['.yml', '.yaml'], advice })
  if (files.length === 0 && refused.length === 0) {
    const why = hasLeftOut ? 'every file there is left out by "exclude" or "!"' : advice
    throw new SourceError(`${quoted(paths)} holds no rule; ${why}`)
  }
  const read = [
    ...files.map((path) => readOne(root, path, (source) => readText(source, { placeholders }))),
    ...refused.map(({ path, error }) => unreadable(path, error)),
  ].sort((one, other) => byCodeUnit(one.source.path, other.source.path))
  const ruleSet = buildRuleSet(read.map(({ reading: each }) => each))
  return { ...ruleSet, sources: new Map(read.map(({ source }) => [source.path, source])) }
}

/** Ends the sentence that a place holds no rules. */
const advice = 'put the rules there, or name another place: "rules:" in sigmaproof.yml, or on the command line'

function quoted(paths: readonly string[]): string {
  return paths.map((path) => `"${path}"`).join(', ')
}

interface ReadFile {
  readonly source: Source
  readonly reading: RuleReading
}

function readOne(root: string, path: string, readText: (source: Source) => RuleReading): ReadFile {
  const bytes = bytesOf(join(root, path), path)
  if (bytes instanceof SourceError) return unreadable(path, bytes)
  const text = decoded(bytes)
  if (text === null) return withProblem(path, 'E-YAML', 'YAML error: the file is not UTF-8', 'Save it as UTF-8.')
  const source = sourceOf(path, text)
  return { source, reading: readText(source) }
}

function bytesOf(path: string, key: string): Uint8Array | SourceError {
  try {
    return reading(path, (file) => readFileSync(file), key)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function unreadable(path: string, { message }: SourceError): ReadFile {
  const hint = "Put a file there, or leave the path out with 'exclude:' in sigmaproof.yml or '!' before it."
  return withProblem(path, 'E-FILE', message, hint)
}

/** A file of which nothing is known but what is wrong with it. */
function withProblem(path: string, code: ErrorCode, message: string, hint: string): ReadFile {
  const problem: Problem = { code, severity: 'error', span: { path, start: 0, end: 0 }, message, hint, rule: null }
  const none = { rules: [], ids: [], correlations: [], filters: [], rejected: [] }
  return { source: sourceOf(path, ''), reading: { ...none, problems: [problem] } }
}
