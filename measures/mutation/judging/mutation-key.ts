import { hash } from 'node:crypto'
import { meaningOf } from '../../../sigma/index.ts'
import type { MutationSubject } from '../reading/mutation-subject.ts'
import type { MutationOptions } from './judge-mutants.ts'
import type { Suite } from './suite.ts'

/**
 * Hash of all that what becomes of a document's mutants depends on: the text of its file, all that an edit of it can change,
 * the scenarios that such a change concerns, every other rule that these read. Of the others, which a scenario may be about
 * as a whole, only that they fire as it says matters, and that the suite has shown; in a known gap, which shows less, they
 * are in the scenario's hash. Two runs with one key have the same results.
 */
export function mutationKeyOf(suite: Suite, subject: MutationSubject, { seed, placeholders }: MutationOptions): string {
  const { world, scopeOf, concernedBy } = suite
  const { rules, correlations } = scopeOf(subject)
  const changing = [...rules, ...correlations].map(({ key }) => key)
  const concerned = concernedBy(changing)
  const read = concerned.flatMap(({ assertions }) =>
    assertions.flatMap(({ reads }) => (reads === 'every' ? [] : [...reads])),
  )
  const meanings = [...new Set([...changing, ...read])].map((key) => [
    key,
    meaningOf(world.correlationOf(key) ?? world.ruleOf(key)),
  ])
  const all = world.ruleSet.correlations.map((each) => [each.key, meaningOf(each)])
  const hashes = concerned.map((scenario) => scenario.hash)
  return hash(
    'sha256',
    JSON.stringify([subject.kind, subject.key, seed, placeholders, subject.source.text, meanings, all, hashes]),
  )
}
