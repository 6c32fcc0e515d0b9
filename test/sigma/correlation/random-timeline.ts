import { fc } from '../../fast-check.ts'
import type { TimelineEvent } from './timelines.ts'

const lower = fc.constantFrom('gt', 'gte')
const any = fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq')

function bounds(operator: fc.Arbitrary<string>, least: number, most: number): fc.Arbitrary<Record<string, number>> {
  return fc.dictionary(operator, fc.integer({ min: least, max: most }), {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  })
}

const ruleList = fc.subarray(['ra', 'rb', 'rc'], { minLength: 1 })

/** A condition over exactly these rules: joined in some way, some of them negated. */
function expressionOver(rules: readonly string[]): fc.Arbitrary<string> {
  const operand = (rule: string): fc.Arbitrary<string> =>
    fc.constantFrom(rule, rule, rule, `not ${rule}`, `(${rule} or ${rule})`)
  return fc
    .tuple(
      fc.tuple(...rules.map(operand)),
      fc.array(fc.constantFrom('and', 'or'), { minLength: 2, maxLength: 2 }),
      fc.boolean(),
    )
    .map(([operands, [one = 'and', other = 'or'], isGrouped]) => {
      const [first = '', second, third] = operands
      if (second === undefined) return first
      if (third === undefined) return `${first} ${one} ${second}`
      return isGrouped
        ? `${first} ${one} not (${second} ${other} ${third})`
        : `${first} ${one} ${second} ${other} ${third}`
    })
}

const condition = fc.oneof(
  fc.tuple(fc.constant('event_count'), fc.oneof(bounds(lower, 0, 5), bounds(any, 0, 5)), ruleList),
  fc.tuple(
    fc.constant('value_count'),
    fc
      .tuple(fc.oneof(bounds(lower, 0, 3), bounds(any, 0, 3)), fc.constantFrom('n', ['n', 'v']))
      .map(([each, field]) => ({ ...each, field })),
    ruleList,
  ),
  fc.tuple(
    fc.constantFrom('value_sum', 'value_avg', 'value_median'),
    fc.oneof(bounds(lower, -3, 9), bounds(any, -3, 9)).map((each) => ({ ...each, field: 'n' })),
    ruleList,
  ),
  fc.tuple(
    fc.constant('value_percentile'),
    fc
      .tuple(bounds(any, -3, 9), fc.integer({ min: 0, max: 100 }))
      .map(([each, percentile]) => ({ ...each, percentile, field: 'n' })),
    ruleList,
  ),
  fc.tuple(
    fc.constantFrom('temporal', 'temporal_ordered'),
    fc.oneof(fc.constant(undefined), bounds(lower, 0, 3), bounds(any, 0, 3)),
    ruleList,
  ),
  ruleList.chain((rules) =>
    fc.tuple(fc.constantFrom('temporal', 'temporal_ordered'), expressionOver(rules), fc.constant(rules)),
  ),
)

/** The `correlation` map of any type, over some of the rules ra, rb and rc, as YAML text. */
export const correlationMap: fc.Arbitrary<string> = fc
  .tuple(condition, fc.integer({ min: 1, max: 12 }), fc.constantFrom(undefined, 'u', ['u', 'v']))
  .map(([[type, wanted, rules], seconds, groupBy]) =>
    JSON.stringify({ type, rules, timespan: `${seconds}s`, condition: wanted, 'group-by': groupBy }),
  )

/** A few events close together, many of them at one instant. */
export const timeline: fc.Arbitrary<readonly TimelineEvent[]> = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('ra', 'rb', 'rc'),
    fc.record(
      {
        u: fc.constantFrom('a', 'b', 'A'),
        v: fc.constantFrom(1, '1', null),
        n: fc.constantFrom(0, 1, 2.5, -3, '4', 'x', 1e3),
      },
      { requiredKeys: ['u'] },
    ),
  ),
  { maxLength: 40 },
)
