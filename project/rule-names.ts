import { type Correlation, namesWritten, type Problem, type Rule, type RuleKey } from '../sigma/index.ts'
import type { LoadedRules } from '../sources/rules/index.ts'

/** What can be called by its names: a correlation is a rule. */
export type RuleOrCorrelation = Rule | Correlation

/** Whom a name means. */
export interface NamedRules {
  /** By key, path, title, name or id. */
  readonly rules: readonly RuleOrCorrelation[]
  /** The errors of rules that could not be read and are called so. */
  readonly errors: readonly Problem[]
}

interface RuleNames {
  readonly byName: ReadonlyMap<string, readonly RuleOrCorrelation[]>
  readonly byKey: ReadonlyMap<RuleKey, Rule>
  readonly errorsByName: ReadonlyMap<string, readonly Problem[]>
}

const indexes = new WeakMap<LoadedRules, RuleNames>()

/**
 * The rules and correlations of this name. One that could not be read is known by its path, its title, or its name or id line as
 * it stands in the file, unless that belongs to a rule of the same file that could.
 */
export function rulesCalled(loaded: LoadedRules, name: string): NamedRules {
  const { byName, errorsByName } = namesIn(loaded)
  return { rules: byName.get(name) ?? [], errors: errorsByName.get(name) ?? [] }
}

/** The detection rule with this key; undefined where there is none. */
export function ruleWithKey(loaded: LoadedRules, key: RuleKey): Rule | undefined {
  return namesIn(loaded).byKey.get(key)
}

/** All that a rule can be called. */
export function namesOf({ key, source, title, name, id }: RuleOrCorrelation): readonly string[] {
  return [...new Set([key, source.path, title, name, id].filter((each) => each !== null))]
}

function namesIn(loaded: LoadedRules): RuleNames {
  const known = indexes.get(loaded)
  if (known !== undefined) return known
  const all = [...loaded.rules, ...loaded.correlations]
  const byName = Map.groupBy(
    all.flatMap((rule) => namesOf(rule).map((name) => ({ name, rule }))),
    ({ name }) => name,
  )
  const called = (path: string, name: string): boolean =>
    (byName.get(name) ?? []).some(({ rule }) => rule.source.path === path)
  const errors = loaded.problems
    .filter(({ severity }) => severity === 'error')
    .flatMap((problem) => {
      const { path } = problem.span
      const written = namesWritten(loaded.sources.get(path)?.text ?? '').filter((name) => !called(path, name))
      const names = new Set([path, ...(problem.rule === null ? [] : [problem.rule]), ...written])
      return [...names].map((name) => ({ name, problem }))
    })
  const index: RuleNames = {
    byName: new Map([...byName].map(([name, found]) => [name, found.map(({ rule }) => rule)])),
    byKey: new Map(loaded.rules.map((rule) => [rule.key, rule])),
    errorsByName: new Map(
      [...Map.groupBy(errors, ({ name }) => name)].map(([name, found]) => [name, found.map(({ problem }) => problem)]),
    ),
  }
  indexes.set(loaded, index)
  return index
}
