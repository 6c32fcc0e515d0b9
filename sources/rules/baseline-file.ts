import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type BaselineEntry, visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { reading } from './find-files.ts'

const version = 1

/**
 * Reads the problems of a baseline, as {@link writeBaseline} left them; `path` is relative to the root. Throws a
 * {@link SourceError} that says what is wrong with the file, and where.
 */
export function readBaseline(root: string, path: string): readonly BaselineEntry[] {
  const file = resolve(root, path)
  if (!existsSync(file)) throw new SourceError(`there is no baseline "${visibleText(path)}"; ${remedy}`)
  const text = reading(file, (each) => readFileSync(each, 'utf8'))
  const fault = (what: string): SourceError => new SourceError(`the baseline "${visibleText(path)}" ${what}; ${remedy}`)
  const value = parsed(text.replace(/^\uFEFF/, ''), fault)
  if (typeof value !== 'object' || value === null || !('sigmaproofBaseline' in value) || !('problems' in value)) {
    throw fault('is no baseline of sigmaproof')
  }
  if (value.sigmaproofBaseline !== version) {
    throw fault(`is of version ${visibleText(String(value.sigmaproofBaseline))}, not ${version}`)
  }
  const { problems } = value
  if (!Array.isArray(problems)) throw fault('has no list under "problems"')
  return problems.map((problem: unknown, index) => {
    const entry = entryIn(problem)
    if (entry === null) throw fault(`has an entry that is none: number ${index + 1} under "problems"`)
    return entry
  })
}

const remedy = 'write it with check --write-baseline'

/**
 * Writes a baseline, one problem a line, so that two branches that change it can be merged. Throws a {@link SourceError}
 * where the file cannot be written, or holds something else.
 */
export function writeBaseline(root: string, path: string, entries: readonly BaselineEntry[]): void {
  const file = resolve(root, path)
  if (existsSync(file) && !reading(file, (each) => readFileSync(each, 'utf8')).includes('"sigmaproofBaseline"')) {
    throw new SourceError(`"${visibleText(path)}" is there and is no baseline; remove it or name another file`)
  }
  const lines = entries.map(({ rule, name, code, at, text }) => JSON.stringify({ rule, name, code, at, text }))
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `{\n  "sigmaproofBaseline": ${version},\n  "problems": ${list}\n}\n`)
  } catch (cause) {
    throw new SourceError(`the baseline "${visibleText(path)}" cannot be written`, { cause })
  }
}

function parsed(text: string, fault: (what: string) => SourceError): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw fault(`is no JSON (${error instanceof Error ? visibleText(error.message) : 'it cannot be read'})`)
  }
}

function entryIn(value: unknown): BaselineEntry | null {
  if (typeof value !== 'object' || value === null) return null
  const { rule, name = null, code, at, text } = Object.fromEntries(Object.entries(value))
  const isName = name === null || typeof name === 'string'
  if (typeof rule !== 'string' || typeof code !== 'string' || typeof at !== 'string' || typeof text !== 'string')
    return null
  return isName ? { rule, name, code, at, text } : null
}
