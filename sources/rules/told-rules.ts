import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Ignore,
  type RuleKey,
  type Source,
  type SuppressedProblem,
  sourceOf,
  suppress,
} from '../../sigma/index.ts'
import type { IgnoreSetting } from '../settings/ignore-settings.ts'
import type { Settings } from '../settings/settings.ts'
import { filesBelow } from './files-below.ts'
import type { LoadedRules } from './load-rules.ts'

/** Rules of which `problems` holds what is to be told, and no more. */
export interface ToldRules extends LoadedRules {
  readonly suppressed: readonly SuppressedProblem[]
  /** The files that problems speak of beside those of the rules: the configuration. */
  readonly otherSources: ReadonlyMap<string, Source>
}

/**
 * Takes out of the problems of rules what their comments and the configuration ignore. The one place for it: whoever tells
 * warnings asks here. `isWhole` says whether all rules of the configuration were read.
 */
export function toldRules(
  loaded: LoadedRules,
  { root, ignore }: Pick<Settings, 'root' | 'ignore'>,
  isWhole: boolean,
): ToldRules {
  const ignores = ignore.map((entry) => resolved(entry, loaded, root))
  const { problems, suppressed } = suppress({ problems: loaded.problems, sources: loaded.sources, ignores, isWhole })
  const others = new Set(ignore.flatMap(({ span }) => (span === null ? [] : [span.path])))
  const otherSources = new Map(
    [...others].map((path) => {
      const file = join(root, path)
      return [path, sourceOf(path, existsSync(file) ? readFileSync(file, 'utf8') : '')]
    }),
  )
  return { ...loaded, problems, suppressed, otherSources }
}

function resolved({ code, reason, span, rules }: IgnoreSetting, loaded: LoadedRules, root: string): Ignore {
  if (rules === null) return { code, reason, span, rules: null }
  const keys = keysByName(loaded)
  const named = rules.map((name) => [name, keys.get(name) ?? []] as const)
  return {
    code,
    reason,
    span,
    rules: {
      files: new Set(named.flatMap(([name, found]) => (found.length > 0 ? [] : filesBelow(root, name)))),
      keys: new Set(named.flatMap(([, found]) => found)),
    },
  }
}

/** The keys of the documents that are called by a key of several in one file, or by an id. */
function keysByName({ readings }: LoadedRules): ReadonlyMap<string, readonly RuleKey[]> {
  const documents = readings.flatMap(({ rules, correlations, filters, rejected }) => [
    ...rules,
    ...correlations,
    ...filters,
    ...rejected,
  ])
  const names = documents.flatMap(({ key, id }) => [
    ...(key.includes('#') ? [{ name: key, key }] : []),
    ...(id === null ? [] : [{ name: id, key }]),
  ])
  return new Map([...Map.groupBy(names, ({ name }) => name)].map(([name, all]) => [name, all.map(({ key }) => key)]))
}
