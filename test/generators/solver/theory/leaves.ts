import { type Leaf, leavesOf } from '../../../../sigma/index.ts'
import { fc } from '../../../fast-check.ts'
import { ruleWith } from '../../rules.ts'

/** The leaves of a rule with this one key, written as in YAML. */
export function leavesUnder(key: string, values: string): readonly Leaf[] {
  const rule = ruleWith(`  s:\n    ${key}: ${values}\n  condition: s`)
  return rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
}

/** The one leaf of a key with one value. */
export function leafUnder(key: string, value: string): Leaf {
  const [leaf] = leavesUnder(key, value)
  if (leaf === undefined) throw new Error(`no leaf: ${key}: ${value}`)
  return leaf
}

/** Texts few enough to meet and to clash, wildcards among them. */
const text = fc.stringMatching(/^[ab1*?]{0,3}$/)
const quoted = (value: string) => `'${value}'`

/** Random leaves of the field F, one key and value each, over the letters a, b and 1. */
export const anyLeaf: fc.Arbitrary<Leaf> = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(
        fc.constantFrom('F', 'F|contains', 'F|startswith', 'F|endswith', 'F|cased'),
        text.map(quoted),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constant('F|re'),
        fc.constantFrom('^a+$', 'b$', '^(a|b1)*$', '[^a]', '^.{2}$', '^$', 'a?b', '\\bb', '(?i)^A').map(quoted),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('F', 'F|gt', 'F|gte', 'F|lt', 'F|lte'), fc.constantFrom('1', '11', '2', '0')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[string, string]>(
        ['F', 'null'],
        ['F|exists', 'true'],
        ['F|exists', 'false'],
        ['F', 'true'],
      ),
    },
  )
  .map(([key, value]) => leafUnder(key, value))
