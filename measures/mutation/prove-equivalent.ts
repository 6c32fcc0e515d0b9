import { type Answer, solve, type Witness } from '../../generators/index.ts'
import type { Rule } from '../../sigma/index.ts'
import type { Suggestion } from '../suggest/suggestion.ts'
import { suggestionFor } from '../suggest/suggestion-for.ts'
import type { Changed, Mutant } from './mutant.ts'
import type { MutantState } from './mutant-result.ts'
import type { RuleWorld } from './rule-world.ts'

/** A rule that changed, before and after. */
type Pair = readonly [before: Rule, after: Rule]

/**
 * What a mutant is that nothing kills: proved to be the same, or told apart by an event, with the scenario around it, or
 * left open. Several rules may have changed, as a filter document applies to several and the documents of a file may share
 * text: all of them have to be the same, and the first that is not is shown.
 */
export function proveEquivalent(
  mutant: Mutant,
  world: RuleWorld,
  { rules, correlations }: Changed,
  seed: string,
): Extract<MutantState, { readonly kind: 'survived' | 'ignored' }> {
  const chance = `${mutant.subject} ${mutant.id}`
  const proofs: Impossibility[] = []
  let limit: string | null = null
  for (const after of rules) {
    const pair: Pair = [world.ruleOf(after.key), after]
    const answer = solve(pair, { kind: 'differ' }, { count: 1, chance, seed })
    switch (answer.kind) {
      case 'witness': {
        const [witness] = answer.events
        if (witness !== undefined) {
          return { kind: 'survived', witness, limit: null, suggestion: cureFor(mutant, pair, witness) }
        }
        break
      }
      case 'unknown':
        limit ??= answer.limit
        break
      case 'impossible':
        proofs.push(answer.clash.length > 0 || isOfOneSource(pair) ? answer : { ...answer, reason: sameEvents })
    }
  }
  if (correlations.length > 0) limit ??= 'on timelines, which no solver makes: its scenario is yours to write'
  if (limit !== null) return { kind: 'survived', witness: null, limit, suggestion: null }
  const weakest = proofs.find((proof) => proof.world === 'source') ?? proofs[0]
  if (weakest === undefined) throw new Error(`the mutant ${mutant.id} of ${mutant.subject} changes no rule`)
  return { kind: 'ignored', world: weakest.world, reason: weakest.reason }
}

/** What is left to say where nothing clashes, because only the log source was edited. */
const sameEvents = 'both log sources take the same events'

function isOfOneSource([before, after]: Pair): boolean {
  const [one, other] = [before.logsource, after.logsource]
  return one.category === other.category && one.product === other.product && one.service === other.service
}

type Impossibility = Extract<Answer, { readonly kind: 'impossible' }>

function cureFor(mutant: Mutant, [before, after]: Pair, witness: Witness): Suggestion | null {
  return suggestionFor(before, witness, { kind: 'mutant', mutant, after })
}
