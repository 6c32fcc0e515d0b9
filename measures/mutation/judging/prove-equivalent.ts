import type { Witness } from '../../../generators/index.ts'
import { type Answered, ask, type Draw, differsPlainly, folded } from '../../../proofs/index.ts'
import type { Rule } from '../../../sigma/index.ts'
import type { Suggestion } from '../../suggestion.ts'
import type { Changed, Mutant } from '../mutant.ts'
import type { MutantState, Survival } from '../scoring/mutant-result.ts'
import type { RuleWorld } from './rule-world.ts'

/** The scenario around an event on which a rule holds what the mutant of it fails; null where a feature cannot tell it. */
export type Suggest = (
  before: Rule,
  event: Witness,
  aim: { readonly kind: 'mutant'; readonly mutant: Mutant; readonly after: Rule },
) => Suggestion | null

type Proved = Extract<MutantState, { readonly kind: 'survived' | 'ignored' }>

/**
 * What a mutant is that nothing kills: proved to be the same, or told apart by an event, with the scenario around it, or
 * left open. Several rules may have changed, as a filter document applies to several and the documents of a file may share
 * text: all of them have to be the same, and the first that is not is shown. Where it is plain that an event tells it apart,
 * which one is asked when somebody reads it; the scenario is always written then.
 */
export function proveEquivalent(
  mutant: Mutant,
  world: RuleWorld,
  changed: Changed,
  seed: string,
  suggest: Suggest = () => null,
): Proved {
  const isPlain = changed.rules.some((after) => differsPlainly(world.ruleOf(after.key), after))
  if (!isPlain) return proved(mutant, world, changed, seed, suggest)
  const asked = once((): Survival => {
    const state = proved(mutant, world, changed, seed, suggest)
    return state.kind === 'survived' ? state : leftOpen('as only a bare event was found')
  })
  return {
    kind: 'survived',
    get witness() {
      return asked().witness
    },
    get limit() {
      return asked().limit
    },
    get suggestion() {
      return asked().suggestion
    },
  }
}

function proved(
  mutant: Mutant,
  world: RuleWorld,
  { rules, correlations }: Changed,
  seed: string,
  suggest: Suggest,
): Proved {
  const draw = { chance: `${mutant.subject} ${mutant.id}`, seed }
  const answer = folded(differences(rules, world, draw))
  if (answer === null && correlations.length > 0) return leftOpen(onTimelines)
  if (answer === null) throw new Error(`the mutant ${mutant.id} of ${mutant.subject} changes no rule`)
  switch (answer.kind) {
    case 'possible': {
      const { before, after, event } = answer
      const suggestion = once(() => suggest(before, event, { kind: 'mutant', mutant, after }))
      return {
        kind: 'survived',
        witness: event,
        limit: null,
        get suggestion() {
          return suggestion()
        },
      }
    }
    case 'unknown':
      return leftOpen(answer.limit)
    case 'impossible':
      return correlations.length > 0
        ? leftOpen(onTimelines)
        : { kind: 'ignored', world: answer.world, reason: answer.reason }
  }
}

/** Asked at most once. */
function once<Value>(ask: () => Value): () => Value {
  let known: { readonly value: Value } | null = null
  return () => {
    known ??= { value: ask() }
    return known.value
  }
}

type Difference = Answered & { readonly before: Rule; readonly after: Rule }

function* differences(rules: readonly Rule[], { ruleOf }: RuleWorld, draw: Draw): Generator<Difference> {
  for (const after of rules) {
    const before = ruleOf(after.key)
    yield { ...ask({ kind: 'differ', before, after }, draw), before, after }
  }
}

const onTimelines = 'on timelines, which no solver makes: its scenario is yours to write'

function leftOpen(limit: string): MutantState & { readonly kind: 'survived' } {
  return { kind: 'survived', witness: null, limit, suggestion: null }
}
