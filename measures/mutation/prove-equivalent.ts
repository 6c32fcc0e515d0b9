import { solve, type Witness } from '../../generators/index.ts'
import type { Rule } from '../../sigma/index.ts'
import type { Suggestion } from '../suggest/suggestion.ts'
import { suggestionFor } from '../suggest/suggestion-for.ts'
import type { Mutant } from './mutant.ts'
import type { MutantState } from './mutant-result.ts'

/** A rule of the file that changed, before and after. */
type Pair = readonly [before: Rule, after: Rule]

/**
 * What a mutant is that nothing kills: proved to fire on the same events as the rule, or told apart by an event, with the
 * scenario around it, or left open. There may be several pairs, as documents of one file may share text.
 */
export function proveEquivalent(
  mutant: Mutant,
  pairs: readonly Pair[],
  seed: string,
): Extract<MutantState, { readonly kind: 'survived' | 'ignored' }> {
  const chance = `${mutant.rule} ${mutant.id}`
  const answers = pairs.map((pair) => ({ pair, answer: solve(pair, { kind: 'differ' }, { count: 1, chance, seed }) }))
  for (const { pair, answer } of answers) {
    const [witness] = answer.kind === 'witness' ? answer.events : []
    if (witness !== undefined) {
      return { kind: 'survived', witness, limit: null, suggestion: cureFor(mutant, pair, witness) }
    }
  }
  for (const { answer } of answers) {
    if (answer.kind === 'unknown') return { kind: 'survived', witness: null, limit: answer.limit, suggestion: null }
  }
  const proofs = answers.flatMap(({ answer }) => (answer.kind === 'impossible' ? [answer] : []))
  const weakest = proofs.find(({ world }) => world === 'source') ?? proofs[0]
  if (weakest === undefined) throw new Error(`the mutant ${mutant.id} of ${mutant.rule} changes no rule`)
  return { kind: 'ignored', world: weakest.world, reason: weakest.reason }
}

function cureFor(mutant: Mutant, [before, after]: Pair, witness: Witness): Suggestion | null {
  return suggestionFor(before, witness, { kind: 'mutant', id: mutant.id, title: mutant.id, mutant: after })
}
