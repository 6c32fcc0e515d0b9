import { resolve } from 'node:path'
import { suggestionFor } from '../../authoring/index.ts'
import {
  type JudgingScenario,
  jsonOfResults,
  judgeMutants,
  type Mutant,
  type MutantResult,
  type MutationSubject,
  mutationKeyOf,
  resultsIn,
  type SubjectResults,
  type Suite,
} from '../../measures/index.ts'
import type { RuleKey } from '../../sigma/index.ts'
import { readCache, type Settings, writeCache } from '../../sources/index.ts'
import type { Progress } from '../progress.ts'

const cacheName = 'mutants'

/** A document with what became of its mutants. */
export interface MutatedSubject {
  readonly subject: MutationSubject
  /** The scenarios that a change of it concerns, in the order of the run. */
  readonly coveredBy: readonly JudgingScenario[]
  readonly results: readonly MutantResult[]
}

function survivorsIn(results: readonly MutantResult[]): ReadonlyMap<string, MutantResult['state']> {
  const survivors = results.filter(({ state }) => state.kind === 'survived')
  return new Map(survivors.map(({ mutant, state }) => [mutant.id, state]))
}

/**
 * Judges the mutants of these documents. One that survived the last time, while all that matters is as it was, is not asked
 * about again: finding an event that tells it apart takes longest, and whoever writes survivors into the file where they are
 * kept can only lower the score. What is kept of other documents stays, as long as they are among `all`.
 */
export function mutateSubjects(
  suite: Suite,
  subjects: readonly MutationSubject[],
  all: readonly MutationSubject[],
  { root, out, seed, placeholders }: Settings,
  progress: Progress,
): readonly MutatedSubject[] {
  const folder = resolve(root, out)
  const options = { seed, placeholders }
  const kept = resultsIn(readCache(folder, cacheName))
  const results = new Map<RuleKey, SubjectResults>()
  for (const [index, subject] of subjects.entries()) {
    const key = mutationKeyOf(suite, subject, options)
    const own = kept.get(subject.key)
    const known = survivorsIn(own?.key === key ? own.results : [])
    const judged: MutantResult[] = []
    const isWanted = (mutant: Mutant): boolean => {
      const state = known.get(mutant.id)
      if (state !== undefined) judged.push({ mutant, state })
      return state === undefined
    }
    for (const result of judgeMutants(suite, subject, { ...options, suggest: suggestionFor, isWanted })) {
      judged.push(result)
      progress.show(`${index + 1} of ${subjects.length}: ${subject.title}, ${judged.length} mutants`)
    }
    results.set(subject.key, { key, results: judged })
  }
  progress.end()
  const there = all.flatMap(({ key }): readonly (readonly [RuleKey, SubjectResults])[] => {
    const own = results.get(key) ?? kept.get(key)
    return own === undefined ? [] : [[key, own]]
  })
  writeCache(folder, cacheName, jsonOfResults(new Map(there)))
  return subjects.map((subject) => ({
    subject,
    coveredBy: suite.concernedBy(suite.judgedBy(subject)),
    results: results.get(subject.key)?.results ?? [],
  }))
}
