import { hash } from 'node:crypto'
import { meaningOf, type Rule } from '../../sigma/index.ts'
import type { MutationOptions } from './judge-mutants.ts'
import type { Suite } from './suite.ts'

/**
 * Hash of all that what becomes of a rule's mutants depends on: the rules of its file, the scenarios that read any of
 * them, every other rule that these read. Two runs with one key have the same results.
 */
export function mutationKeyOf(
  { world, scenarios }: Suite,
  rule: Rule,
  { seed, placeholders }: MutationOptions,
): string {
  const siblings = world.allRules().filter(({ source }) => source.path === rule.source.path)
  const keys = siblings.map(({ key }) => key)
  const concerned = scenarios.filter(({ assertions }) =>
    assertions.some(({ reads }) => reads === 'every' || keys.some((key) => reads.has(key))),
  )
  const read = new Set(concerned.flatMap(({ assertions }) => assertions.flatMap((each) => readBy(each.reads))))
  const meanings = world
    .allRules()
    .filter(({ key }) => read.has(key) || keys.includes(key))
    .map((each) => [each.key, meaningOf(each)])
  const correlations = world.ruleSet.correlations.map((each) => [each.key, meaningOf(each)])
  const parts = [
    rule.key,
    seed,
    placeholders,
    rule.source.text,
    meanings,
    correlations,
    concerned.map((each) => each.hash),
  ]
  return hash('sha256', JSON.stringify(parts))

  /** An assertion about all rules asks of the others only that they stay as they are, which the suite has shown. */
  function readBy(reads: ReadonlySet<string> | 'every'): readonly string[] {
    return reads === 'every' ? [] : [...reads]
  }
}
