import { playRecipe, type Recipe, RecipeError } from '../../../generators/index.ts'
import { referenceMatcher } from '../../../matching/index.ts'
import {
  type Correlation,
  type Event,
  firesOn,
  type Rule,
  type RuleKey,
  type RuleSet,
  unreportedBy,
} from '../../../sigma/index.ts'
import type { Changed } from '../mutant.ts'
import { changeOf, type RuleChange } from './rule-change.ts'

/** An event and when it happened. */
export interface PlayedEvent extends Event {
  readonly time: number
}

/** Rules to judge by: those of the project, some of them changed. */
export interface RuleWorld {
  /** The keys of rules and correlations that are not as they stand. */
  readonly changed: ReadonlySet<RuleKey>
  readonly ruleOf: (key: RuleKey) => Rule
  /** What has become of a rule that is not as it stands; null for one that is. */
  readonly changeOf: (key: RuleKey) => RuleChange | null
  /** Undefined for what is no correlation. */
  readonly correlationOf: (key: RuleKey) => Correlation | undefined
  readonly ruleSet: Pick<RuleSet, 'rules' | 'correlations'>
  /** The rules that fire on an event, whether they report or not. */
  readonly firing: (event: Event) => readonly Rule[]
  /** The rules that only feed correlations. */
  readonly unreported: ReadonlySet<RuleKey>
  /** The events of a recipe in this world; null where a step of it ends in an error. */
  readonly play: (recipe: Recipe) => readonly PlayedEvent[] | null
}

/** The rules of a project as they stand. */
export function worldOf({ rules, correlations, unreported }: Omit<RuleSet, 'problems' | 'readings'>): RuleWorld {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const correlationsByKey = new Map(correlations.map((correlation) => [correlation.key, correlation]))
  const ruleOf = (key: RuleKey): Rule => known(byKey.get(key), key)
  const matcher = referenceMatcher(rules)
  const fired = new WeakMap<Event, readonly Rule[]>()
  return {
    changed: new Set(),
    ruleOf,
    changeOf: () => null,
    correlationOf: (key) => correlationsByKey.get(key),
    ruleSet: { rules, correlations },
    firing: (event) => {
      const firing = fired.get(event) ?? matcher.firing(event)
      fired.set(event, firing)
      return firing
    },
    unreported,
    play: player(ruleOf),
  }
}

/** A world in which these rules and correlations have taken the place of those of the same keys. */
export function changedWorld(world: RuleWorld, { rules, correlations }: Changed): RuleWorld {
  const changed = new Map(rules.map((rule) => [rule.key, rule]))
  const correlating = new Map(correlations.map((correlation) => [correlation.key, correlation]))
  const changes = new Map<RuleKey, RuleChange>()
  const ruleOf = (key: RuleKey): Rule => changed.get(key) ?? world.ruleOf(key)
  const all =
    correlating.size === 0
      ? world.ruleSet.correlations
      : world.ruleSet.correlations.map((each) => correlating.get(each.key) ?? each)
  let changedRules: readonly Rule[] | undefined
  return {
    changed: new Set([...changed.keys(), ...correlating.keys()]),
    ruleOf,
    changeOf: (key) => {
      const after = changed.get(key)
      if (after === undefined) return null
      const change = changes.get(key) ?? changeOf(world.ruleOf(key), after)
      changes.set(key, change)
      return change
    },
    correlationOf: (key) => correlating.get(key) ?? world.correlationOf(key),
    ruleSet: {
      get rules() {
        changedRules ??= world.ruleSet.rules.map((rule) => changed.get(rule.key) ?? rule)
        return changedRules
      },
      correlations: all,
    },
    firing: (event) => [
      ...world.firing(event).filter(({ key }) => !changed.has(key)),
      ...rules.filter((rule) => firesOn(rule, event)),
    ],
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
