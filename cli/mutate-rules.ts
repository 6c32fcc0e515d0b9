import { resolve } from 'node:path'
import {
  jsonOfResults,
  judgeMutants,
  type MutantResult,
  mutationKeyOf,
  type RuleResults,
  resultsIn,
  type Suite,
} from '../measures/index.ts'
import { progressOn } from '../reports/index.ts'
import type { Rule, RuleKey } from '../sigma/index.ts'
import { readCache, type Settings, writeCache } from '../sources/index.ts'
import type { Invocation } from './invocation.ts'

const cacheName = 'mutants'

/** A rule with what became of its mutants. */
export interface MutatedRule {
  readonly rule: Rule
  readonly results: readonly MutantResult[]
}

/** Judges the mutants of these rules; those whose rule and observations are as they were are taken from the last time. */
export function mutateRules(
  suite: Suite,
  rules: readonly Rule[],
  { root, out, seed, placeholders }: Settings,
  { stderr }: Invocation,
): readonly MutatedRule[] {
  const folder = resolve(root, out)
  const options = { seed, placeholders }
  const kept = resultsIn(readCache(folder, cacheName))
  const progress = progressOn(stderr)
  const results = new Map<RuleKey, RuleResults>()
  for (const [index, rule] of rules.entries()) {
    const key = mutationKeyOf(suite, rule, options)
    const known = kept.get(rule.key)
    const judged: MutantResult[] = []
    if (known?.key !== key) {
      for (const result of judgeMutants(suite, rule, options)) {
        judged.push(result)
        progress.show(`rule ${index + 1} of ${rules.length}: ${rule.title}, ${judged.length} mutants`)
      }
    }
    results.set(rule.key, known?.key === key ? known : { key, results: judged })
  }
  progress.end()
  writeCache(folder, cacheName, jsonOfResults(new Map([...kept, ...results])))
  return rules.map((rule) => ({ rule, results: results.get(rule.key)?.results ?? [] }))
}
