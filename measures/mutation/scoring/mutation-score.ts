import type { Ratio } from '../../ratio.ts'
import type { MutantResult, MutantState } from './mutant-result.ts'

/** How many mutants came to each state. */
export type MutantCounts = Readonly<Record<MutantState['kind'], number>>

/** Counts mutants by state. */
export function countMutants(results: readonly Pick<MutantResult, 'state'>[]): MutantCounts {
  const count = (kind: MutantState['kind']) => results.filter(({ state }) => state.kind === kind).length
  return {
    killed: count('killed'),
    survived: count('survived'),
    'no-coverage': count('no-coverage'),
    ignored: count('ignored'),
    'compile-error': count('compile-error'),
  }
}

/** The mutation score: killed of killed, survived and not covered, as Stryker defines it. */
export function mutationScore({ killed, survived, 'no-coverage': uncovered }: MutantCounts): Ratio {
  return { covered: killed, total: killed + survived + uncovered }
}

/** The same where only what somebody has read can kill. */
export function readMutationScore(results: readonly Pick<MutantResult, 'state'>[]): Ratio {
  const { covered, total } = mutationScore(countMutants(results))
  const unread = results.filter(({ state }) => state.kind === 'killed' && state.by.unread === true).length
  return { covered: covered - unread, total }
}

/** The same over covered mutants alone. */
export function coveredMutationScore({ killed, survived }: MutantCounts): Ratio {
  return { covered: killed, total: killed + survived }
}
