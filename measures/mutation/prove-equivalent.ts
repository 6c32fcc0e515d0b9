import { solve } from '../../generators/index.ts'
import type { Rule } from '../../sigma/index.ts'
import type { MutantState } from './mutant-result.ts'

/**
 * What a mutant is that nothing kills: proved to fire on the same events as the rule, or told apart by an event, or left
 * open. `pairs` are the rules of the file that changed, before and after: a merged document may be several at once.
 */
export function proveEquivalent(
  pairs: readonly (readonly [before: Rule, after: Rule])[],
  chance: string,
  seed: string,
): Extract<MutantState, { readonly kind: 'survived' | 'ignored' }> {
  const answers = pairs.map((pair) => solve(pair, { kind: 'differ' }, { count: 1, chance, seed }))
  for (const answer of answers) {
    const [witness] = answer.kind === 'witness' ? answer.events : []
    if (witness !== undefined) return { kind: 'survived', witness, limit: null }
  }
  const open = answers.find((answer) => answer.kind === 'unknown')
  if (open !== undefined) return { kind: 'survived', witness: null, limit: open.limit }
  const proofs = answers.filter((answer) => answer.kind === 'impossible')
  const weakest = proofs.find(({ world }) => world === 'source') ?? proofs[0]
  if (weakest === undefined) return { kind: 'survived', witness: null, limit: 'as there is nothing to prove' }
  return { kind: 'ignored', world: weakest.world, reason: weakest.reason }
}
