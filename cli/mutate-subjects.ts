import { resolve } from 'node:path'
import {
  jsonOfResults,
  judgeMutants,
  type MutantResult,
  type MutationSubject,
  mutationKeyOf,
  resultsIn,
  type ScenarioPlace,
  type SubjectResults,
  type Suite,
} from '../measures/index.ts'
import { progressOn } from '../reports/index.ts'
import type { RuleKey } from '../sigma/index.ts'
import { readCache, type Settings, writeCache } from '../sources/index.ts'
import type { Invocation } from './invocation.ts'

const cacheName = 'mutants'

/** A document with what became of its mutants. */
export interface MutatedSubject {
  readonly subject: MutationSubject
  /** The scenarios that a change of it concerns, in the order of the run. */
  readonly coveredBy: readonly ScenarioPlace[]
  readonly results: readonly MutantResult[]
}

/**
 * Judges the mutants of these documents; those for which all that matters is as it was are taken from the last time. What is
 * kept of others stays, as long as they are among `all`.
 */
export function mutateSubjects(
  suite: Suite,
  subjects: readonly MutationSubject[],
  all: readonly MutationSubject[],
  { root, out, seed, placeholders }: Settings,
  { stderr }: Invocation,
): readonly MutatedSubject[] {
  const folder = resolve(root, out)
  const options = { seed, placeholders }
  const kept = resultsIn(readCache(folder, cacheName))
  const progress = progressOn(stderr)
  const results = new Map<RuleKey, SubjectResults>()
  for (const [index, subject] of subjects.entries()) {
    const key = mutationKeyOf(suite, subject, options)
    const known = kept.get(subject.key)
    const judged: MutantResult[] = []
    if (known?.key !== key) {
      for (const result of judgeMutants(suite, subject, options)) {
        judged.push(result)
        progress.show(`${index + 1} of ${subjects.length}: ${subject.title}, ${judged.length} mutants`)
      }
    }
    results.set(subject.key, known?.key === key ? known : { key, results: judged })
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
