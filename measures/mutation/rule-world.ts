import { playRecipe, type Recipe, RecipeError } from '../../generators/index.ts'
import { type Correlation, type Event, type Rule, type RuleKey, type RuleSet, unreportedBy } from '../../sigma/index.ts'
import type { Changed } from './mutant.ts'

/** An event and when it happened. */
export interface PlayedEvent extends Event {
  readonly time: number
}

/** Rules to judge by: those of the project, some of them changed. */
export interface RuleWorld {
  /** The keys of rules and correlations that are not as they stand. */
  readonly changed: ReadonlySet<RuleKey>
  readonly ruleOf: (key: RuleKey) => Rule
  /** Undefined for what is no correlation. */
  readonly correlationOf: (key: RuleKey) => Correlation | undefined
  readonly ruleSet: Pick<RuleSet, 'rules' | 'correlations'>
  readonly allRules: () => readonly Rule[]
  /** The rules that only feed correlations. */
  readonly unreported: ReadonlySet<RuleKey>
  /** The events of a recipe in this world; null where a step of it ends in an error. */
  readonly play: (recipe: Recipe) => readonly PlayedEvent[] | null
}

/** The rules of a project as they stand. */
export function worldOf({ rules, correlations, unreported }: Omit<RuleSet, 'problems' | 'readings'>): RuleWorld {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const correlationsByKey = new Map(correlations.map((correlation) => [correlation.key, correlation]))
  return {
    changed: new Set(),
    ruleOf: (key) => known(byKey.get(key), key),
    correlationOf: (key) => correlationsByKey.get(key),
    ruleSet: { rules, correlations },
    allRules: () => rules,
    unreported,
    play: player((key) => known(byKey.get(key), key)),
  }
}

/** A world in which these rules and correlations have taken the place of those of the same keys. */
export function changedWorld(world: RuleWorld, { rules, correlations }: Changed): RuleWorld {
  const changed = new Map(rules.map((rule) => [rule.key, rule]))
  const correlating = new Map(correlations.map((correlation) => [correlation.key, correlation]))
  const ruleOf = (key: RuleKey): Rule => changed.get(key) ?? world.ruleOf(key)
  const all = world.ruleSet.correlations.map((each) => correlating.get(each.key) ?? each)
  return {
    changed: new Set([...changed.keys(), ...correlating.keys()]),
    ruleOf,
    correlationOf: (key) => correlating.get(key) ?? world.correlationOf(key),
    ruleSet: {
      // Only correlations ask for the rules as a list.
      rules: all.length === 0 ? [] : world.ruleSet.rules.map((rule) => changed.get(rule.key) ?? rule),
      correlations: all,
    },
    allRules: () => world.allRules().map((rule) => changed.get(rule.key) ?? rule),
    unreported: correlating.size === 0 ? world.unreported : unreportedBy(all),
    play: player(ruleOf),
  }
}

/** Plays each recipe once: several assertions of a scenario mostly share theirs. */
function player(ruleOf: RuleWorld['ruleOf']): RuleWorld['play'] {
  const known = new Map<string, readonly PlayedEvent[] | null>()
  return (recipe) => {
    const key = JSON.stringify(recipe)
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const events = played(recipe, ruleOf)
    known.set(key, events)
    return events
  }
}

function played(recipe: Recipe, ruleOf: RuleWorld['ruleOf']): readonly PlayedEvent[] | null {
  try {
    return playRecipe(recipe, ruleOf).events
  } catch (error) {
    if (error instanceof RecipeError) return null
    throw error
  }
}

function known(rule: Rule | undefined, key: RuleKey): Rule {
  if (rule === undefined) throw new RecipeError(`no rule has the key ${key}`)
  return rule
}
