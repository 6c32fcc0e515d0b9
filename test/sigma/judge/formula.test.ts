import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWhen, culpritsOf, type Formula } from '../../../sigma/judge/formula.ts'
import { fc } from '../../fast-check.ts'

const parts = ['a', 'b', 'c', 'd', 'e'] as const

/** Formulas whose parts answer alike wherever they stand, as those of real conditions do for whole identifiers. */
const formulas: fc.Arbitrary<Formula> = fc
  .record({
    now: fc.record(Object.fromEntries(parts.map((part) => [part, fc.boolean()]))),
    forced: fc.record(Object.fromEntries(parts.map((part) => [part, fc.boolean()]))),
    shape: fc.letrec<{ node: Formula }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(...parts).map((part): Formula => ({ kind: 'atom', part, now: false, forced: false })),
        fc.boolean().map((value): Formula => ({ kind: 'constant', value })),
        tie('node').map((child): Formula => ({ kind: 'not', child })),
        fc
          .tuple(fc.constantFrom('all', 'any'), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
          .map(([kind, children]): Formula => ({ kind: kind === 'all' ? 'all' : 'any', children })),
      ),
    })).node,
  })
  .map(({ now, forced, shape }) => withAnswers(shape, now, forced))

function withAnswers(
  formula: Formula,
  now: Readonly<Record<string, boolean>>,
  forced: Readonly<Record<string, boolean>>,
): Formula {
  switch (formula.kind) {
    case 'constant':
      return formula
    case 'atom':
      return { ...formula, now: now[formula.part] ?? false, forced: forced[formula.part] ?? false }
    case 'not':
      return { kind: 'not', child: withAnswers(formula.child, now, forced) }
    case 'all':
    case 'any':
      return { kind: formula.kind, children: formula.children.map((child) => withAnswers(child, now, forced)) }
  }
}

/** The definition, word for word: the union of the inclusion-minimal sets of parts that repair. */
function culpritsByDefinition(formula: Formula): readonly string[] {
  const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, i) => (bits >> i) & 1))
  const repairs = subsets.filter((subset) => answerWhen(formula, new Set(subset)))
  const minimal = repairs.filter(
    (repair) => !repairs.some((other) => other.length < repair.length && other.every((part) => repair.includes(part))),
  )
  return [...new Set(minimal.flat())].sort()
}

test('culprits are the union of all minimal repairs', () => {
  fc.assert(
    fc.property(formulas, (formula) => {
      assert.deepEqual(culpritsOf(formula), culpritsByDefinition(formula))
    }),
    { numRuns: 3_000 },
  )
})

test('a formula with more repairs than can be listed still names every part in the way', () => {
  const anyOf = (prefix: string): Formula => ({
    kind: 'any',
    children: Array.from({ length: 40 }, (_, index) => ({
      kind: 'atom',
      part: `${prefix}${index}`,
      now: false,
      forced: true,
    })),
  })
  const formula: Formula = { kind: 'all', children: [anyOf('a'), anyOf('b'), anyOf('c'), anyOf('a')] }
  assert.equal(culpritsOf(formula).length, 120)
})
