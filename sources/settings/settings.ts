import { isAbsolute } from 'node:path'
import { nearestOrKnown, type Placeholders, visibleText } from '../../sigma/index.ts'
import type { FieldMapping, OwnEnvelope } from '../events/spelling/spelling.ts'
import { envelopesIn, mappingIn } from '../events/spelling/spelling-settings.ts'
import { SourceError } from '../faults/source-error.ts'
import { leavingOut, withoutMark } from '../rules/left-out.ts'
import { type AllowedRule, allowedRulesIn, type UnreadSetting, unreadIn } from './allowed-rules.ts'
import { readConfiguration } from './configuration.ts'
import { type IgnoreSetting, settledIgnoresIn } from './ignore-settings.ts'
import { type Refusal, type Requirements, requirementsIn, type Thresholds, thresholdsIn } from './thresholds.ts'

/** What a run needs to know, the same in the World, the formatter and the command. */
export interface Settings {
  /** The project root, absolute. Every key, uri and report path is relative to it. */
  readonly root: string
  /**
   * Files, folders and globs that hold the rules, as the user wrote them, at least one; those that begin with `!` leave out
   * what they name, `exclude` among them.
   */
  readonly rules: readonly string[]
  /** Files, folders and globs that every reader of rules leaves out. */
  readonly exclude: readonly string[]
  /** Files, folders, globs and lines of features that `sigmaproof test` runs; empty: what Cucumber itself would find. */
  readonly features: readonly string[]
  /** The folder for everything a run writes. */
  readonly out: string
  /** The same seed makes the same events, on every machine. */
  readonly seed: string
  /** Warnings (a vacuous silence, an unrealistic event) become errors. */
  readonly strict: boolean
  /** The report carries the scenarios that are missing. */
  readonly suggest: boolean
  /** What the run must reach. */
  readonly thresholds: Thresholds
  /** What every rule must have. */
  readonly require: Requirements
  /** Whether scenarios tagged `@unread` count for thresholds and requirements as those do that somebody has read. */
  readonly unread: UnreadSetting
  /** The rules that may have scenarios though they can never fire, and why. */
  readonly neverFires: readonly AllowedRule[]
  /** Values for the placeholders of `expand`, by name. */
  readonly placeholders: Placeholders
  /** How events are spelt beside what is known of exporters: the project's own envelopes. */
  readonly envelopes: readonly OwnEnvelope[]
  /** Where events have what rules call by another name. */
  readonly mapping: FieldMapping
  /** Which problems of which rules are not told, and why. */
  readonly ignore: readonly IgnoreSetting[]
}

type SettingName = Exclude<keyof Settings, 'root'>

const defaults: Readonly<Record<SettingName, unknown>> = {
  rules: ['rules'],
  exclude: [],
  features: [],
  out: 'out',
  seed: 'sigmaproof',
  strict: false,
  suggest: false,
  thresholds: {},
  require: {},
  unread: 'apart',
  neverFires: [],
  placeholders: {},
  envelopes: [],
  mapping: {},
  ignore: [],
}

/**
 * Settings from the object that stands under `sigmaproof` in Cucumber's `worldParameters` and in its `formatOptions`;
 * what it leaves out stands in `sigmaproof.yml`, or is the default. `root` is the project root. Throws a
 * {@link SourceError} that names a setting which does not exist (with the nearest names) or has a value of the wrong type.
 */
export function settingsOf(parameters: unknown, root: string): Settings {
  if (!isAbsolute(root)) throw new SourceError(`the project root must be an absolute path, got "${visibleText(root)}"`)
  const own = new Map(Object.entries(objectIn(parameters)))
  // Whoever has settled everything hands it on: the file is read once for a run.
  const isSettled = Object.keys(defaults).every((name) => own.has(name))
  const usual = new Map([...Object.entries(defaults), ...(isSettled ? [] : Object.entries(readConfiguration(root)))])
  const given = new Map([...usual, ...own])
  for (const name of given.keys()) if (!Object.hasOwn(defaults, name)) throw unknownSetting(name)
  const exclude = pathsIn('exclude', given.get('exclude'), 0)
  return {
    root,
    rules: rulesIn(own.get('rules'), usual.get('rules'), exclude),
    exclude,
    features: pathsIn('features', given.get('features'), 0),
    out: textIn('out', given.get('out')),
    seed: textIn('seed', given.get('seed')),
    strict: flagIn('strict', given.get('strict')),
    suggest: flagIn('suggest', given.get('suggest')),
    thresholds: thresholdsIn(given.get('thresholds'), refusalOf('thresholds')),
    require: requirementsIn(given.get('require'), refusalOf('require')),
    unread: unreadIn(given.get('unread'), refusalOf('unread')),
    neverFires: allowedRulesIn(given.get('neverFires'), refusalOf('neverFires')),
    placeholders: placeholdersIn(given.get('placeholders')),
    envelopes: envelopesIn(given.get('envelopes'), refusalOf('envelopes')),
    mapping: mappingIn(given.get('mapping'), refusalOf('mapping')),
    ignore: settledIgnoresIn(given.get('ignore'), refusalOf('ignore')),
  }
}

function objectIn(parameters: unknown): object {
  if (parameters === undefined) return {}
  if (typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters)) return parameters
  throw new SourceError(`the settings under "sigmaproof" must be an object, got ${shown(parameters)}`)
}

/** Where only what is to be left out is named, it is left out of what is usual. */
function rulesIn(own: unknown, configured: unknown, exclude: readonly string[]): readonly string[] {
  const lists = [own, configured, defaults.rules].filter((value) => value !== undefined).map(rulePathsIn)
  const first = lists.findIndex((paths) => paths.some((path) => withoutMark(path) === null))
  return [
    ...new Set([
      ...lists
        .slice(0, first + 1)
        .toReversed()
        .flat(),
      ...exclude.map(leavingOut),
    ]),
  ]
}

function rulePathsIn(value: unknown): readonly string[] {
  return pathsIn('rules', value, 1)
}

function pathsIn(name: SettingName, value: unknown, least: number): readonly string[] {
  const paths = typeof value === 'string' ? [value] : value
  if (Array.isArray(paths) && paths.length >= least && paths.every(isFilled)) return [...paths]
  throw new SourceError(`"${name}" takes a list of files, folders or globs, got ${shown(value)}`)
}

function placeholdersIn(value: unknown): Placeholders {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null
  const lists = (entries ?? []).map(([name, own]) => [name, Array.isArray(own) ? own : [own]] as const)
  if (entries !== null && lists.every(([, values]) => values.length > 0 && values.every(isValue))) {
    return Object.fromEntries(lists)
  }
  throw new SourceError(`"placeholders" takes texts and numbers, or lists of them, by name, got ${shown(value)}`)
}

function refusalOf(name: SettingName): Refusal {
  return (at, _, message) => {
    throw new SourceError(`"${[name, ...at].map(visibleText).join('.')}": ${visibleText(message)}`)
  }
}

function isValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
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
  const hint = nearestOrKnown(name, Object.keys(defaults))
  return new SourceError(`there is no setting "${visibleText(name)}"; ${hint}`)
}

function shown(value: unknown): string {
  return visibleText(JSON.stringify(value) ?? 'undefined')
}
