import { hash } from 'node:crypto'
import { meaningOf, type Rule } from '../../sigma/index.ts'
import type { MutationOptions } from './judge-mutants.ts'
import type { Suite } from './suite.ts'

/**
 * Hash of all that what becomes of a rule's mutants depends on: the text of its file, the scenarios that a change of it
 * concerns, every other rule that these read. Of the others, which a scenario may be about as a whole, only that they stay
 * as they are matters, and that the suite has shown. Two runs with one key have the same results.
 */
export function mutationKeyOf(suite: Suite, rule: Rule, { seed, placeholders }: MutationOptions): string {
  const { world, siblingsOf, concernedBy } = suite
  const siblings = siblingsOf(rule)
  const concerned = concernedBy(siblings)
  const read = concerned.flatMap(({ assertions }) =>
    assertions.flatMap(({ reads }) => (reads === 'every' ? [] : [...reads])),
  )
  const keys = [...new Set([...siblings.map(({ key }) => key), ...read])]
  const meanings = keys.map((key) => [key, meaningOf(world.ruleOf(key))])
  const correlations = world.ruleSet.correlations.map((each) => [each.key, meaningOf(each)])
  const hashes = concerned.map((scenario) => scenario.hash)
  return hash(
    'sha256',
    JSON.stringify([rule.key, seed, placeholders, rule.source.text, meanings, correlations, hashes]),
  )
}
