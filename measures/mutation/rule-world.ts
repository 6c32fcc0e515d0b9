import { playRecipe, type Recipe, RecipeError } from '../../generators/index.ts'
import type { Correlation, Fields, Rule, RuleKey, RuleSet } from '../../sigma/index.ts'

/** An event and when it happened. */
export interface PlayedEvent {
  readonly fields: Fields
  readonly time: number
}

/** Rules to judge by: those of the project, some of them changed. */
export interface RuleWorld {
  readonly changed: ReadonlySet<RuleKey>
  readonly ruleOf: (key: RuleKey) => Rule
  readonly ruleSet: Pick<RuleSet, 'rules' | 'correlations'>
  readonly allRules: () => readonly Rule[]
  readonly isReported: (rule: Rule | Correlation) => boolean
  /** The events of a recipe in this world; null where a step of it ends in an error. */
  readonly play: (recipe: Recipe) => readonly PlayedEvent[] | null
}

/** The rules of a project as they stand. */
export function worldOf({ rules, correlations, unreported }: Omit<RuleSet, 'problems'>): RuleWorld {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  return {
    changed: new Set(),
    ruleOf: (key) => known(byKey.get(key), key),
    ruleSet: { rules, correlations },
    allRules: () => rules,
    isReported: ({ key }) => !unreported.has(key),
    play: player((key) => known(byKey.get(key), key)),
  }
}

/** A world in which these rules have taken the place of those of the same keys. */
export function changedWorld(world: RuleWorld, rules: readonly Rule[]): RuleWorld {
  const changed = new Map(rules.map((rule) => [rule.key, rule]))
  const ruleOf = (key: RuleKey): Rule => changed.get(key) ?? world.ruleOf(key)
  const { correlations } = world.ruleSet
  return {
    changed: new Set(changed.keys()),
    ruleOf,
    ruleSet: {
      // Only correlations ask for the rules as a list.
      rules: correlations.length === 0 ? [] : world.ruleSet.rules.map((rule) => changed.get(rule.key) ?? rule),
      correlations,
    },
    allRules: () => world.allRules().map((rule) => changed.get(rule.key) ?? rule),
    isReported: world.isReported,
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
