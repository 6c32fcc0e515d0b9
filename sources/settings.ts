import { isAbsolute } from 'node:path'
import { nearestNames, visibleText } from '../sigma/index.ts'
import { SourceError } from './source-error.ts'

/** What a run needs to know, the same in the World, the formatter and the command. */
export interface Settings {
  /** The project root, absolute. Every key, uri and report path is relative to it. */
  readonly root: string
  /** Files, folders and globs that hold the rules, as the user wrote them; never empty. */
  readonly rules: readonly string[]
  /** The folder for everything a run writes. */
  readonly out: string
  /** The same seed makes the same events, on every machine. */
  readonly seed: string
  /** Warnings (a vacuous silence, an unrealistic event) become errors. */
  readonly strict: boolean
}

type SettingName = Exclude<keyof Settings, 'root'>

const defaults: Readonly<Record<SettingName, unknown>> = {
  rules: ['rules'],
  out: 'out',
  seed: 'sigmaproof',
  strict: false,
}

/**
 * Settings from the object that stands under `sigmaproof` in Cucumber's `worldParameters` and in its `formatOptions`;
 * what it leaves out is the default. `root` is the project root. Throws a {@link SourceError} that names a setting which
 * does not exist (with the nearest names) or has a value of the wrong type.
 */
export function settingsOf(parameters: unknown, root: string): Settings {
  if (!isAbsolute(root)) throw new SourceError(`the project root must be an absolute path, got "${visibleText(root)}"`)
  const given = new Map(Object.entries({ ...defaults, ...objectIn(parameters) }))
  for (const name of given.keys()) if (!Object.hasOwn(defaults, name)) throw unknownSetting(name)
  return {
    root,
    rules: pathsIn(given.get('rules')),
    out: textIn('out', given.get('out')),
    seed: textIn('seed', given.get('seed')),
    strict: flagIn('strict', given.get('strict')),
  }
}

function objectIn(parameters: unknown): object {
  if (parameters === undefined) return {}
  if (typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters)) return parameters
  throw new SourceError(`the settings under "sigmaproof" must be an object, got ${shown(parameters)}`)
}

function pathsIn(value: unknown): readonly string[] {
  const paths = typeof value === 'string' ? [value] : value
  if (Array.isArray(paths) && paths.length > 0 && paths.every(isFilled)) return [...paths]
  throw new SourceError(`"rules" takes a list of files, folders or globs, got ${shown(value)}`)
}

function textIn(name: SettingName, value: unknown): string {
  if (isFilled(value)) return value
  throw new SourceError(`"${name}" takes a text that is not empty, got ${shown(value)}`)
}

function flagIn(name: SettingName, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new SourceError(`"${name}" takes true or false, got ${shown(value)}`)
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function unknownSetting(name: string): SourceError {
  const names = Object.keys(defaults)
  const near = nearestNames(name, names)
  const hint = near.length > 0 ? `nearest: ${near.join(', ')}` : `there are ${names.join(', ')}`
  return new SourceError(`there is no setting "${visibleText(name)}"; ${hint}`)
}

function shown(value: unknown): string {
  return visibleText(JSON.stringify(value) ?? 'undefined')
}
