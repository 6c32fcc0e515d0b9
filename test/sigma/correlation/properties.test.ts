import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { occurrencesOfRule } from '../../../sigma/correlation/judge-correlation.ts'
import {
  type Correlation,
  correlate,
  eventOf,
  explainCorrelation,
  judgeCorrelation,
  type Occurrence,
  occurrencesIn,
  type RuleSet,
  whatIsMissing,
} from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { runs } from '../fuzz/runs.ts'
import { matchesByDefinition } from './by-definition.ts'
import { correlationMap, timeline } from './random-timeline.ts'
import { correlating, type TimelineEvent, timed } from './timelines.ts'

interface Played {
  readonly set: RuleSet
  readonly correlation: Correlation
  readonly occurrences: readonly Occurrence[]
}

function play(map: string, events: readonly TimelineEvent[]): Played {
  const { set, correlation } = correlating(map)
  const listed = set.rules.filter(({ key }) => correlation.rules.includes(key))
  return { set, correlation, occurrences: listed.flatMap((rule) => occurrencesOfRule(rule, timed(events))) }
}

function matchesOf(correlation: Correlation, occurrences: readonly Occurrence[]): readonly unknown[] {
  return correlate(correlation, occurrences).matches.map(({ time, group }) => [time, group])
}

/** Conditions that only ever become true by one more occurrence. */
function onlyGrows({ type, condition }: Correlation): boolean {
  if (condition.kind === 'expression') return type === 'temporal' && !JSON.stringify(condition).includes('"not"')
  const isLower = condition.bounds.every(({ operator }) => operator.startsWith('gt'))
  return isLower && ['event_count', 'value_count', 'temporal', 'temporal_ordered'].includes(type)
}

describe('a correlation', () => {
  test('fires when the definition says so, for every type, condition and timeline', () => {
    fc.assert(
      fc.property(correlationMap, timeline, (map, events) => {
        const { correlation, occurrences } = play(map, events)
        assert.deepEqual(matchesOf(correlation, occurrences), matchesByDefinition(correlation, occurrences))
      }),
      runs(1_500),
    )
  })

  test('counts every group as if it were alone', () => {
    fc.assert(
      fc.property(correlationMap, timeline, (map, events) => {
        const { correlation, occurrences } = play(map, events)
        const { groups } = correlate(correlation, occurrences)
        for (const { occurrences: own, matches } of groups) {
          assert.deepEqual(correlate(correlation, own).matches, matches)
        }
      }),
      runs(300),
    )
  })

  test('fires first at the same time for each group, however events of one instant are ordered', () => {
    const shuffled = timeline.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    )
    fc.assert(
      fc.property(correlationMap, shuffled, (map, [events, others]) => {
        const [one, other] = [events, others].map((each) => {
          const { correlation, occurrences } = play(map, each)
          fc.pre(onlyGrows(correlation))
          const { groups } = correlate(correlation, occurrences)
          return new Map(groups.map(({ group, matches }) => [JSON.stringify(group), matches[0]?.time]))
        })
        assert.deepEqual(one, other)
      }),
      runs(300),
    )
  })

  test('that counts events fires at the same times, however events of one instant are ordered', () => {
    const map = '{type: event_count, rules: [ra, rb], timespan: 4s, condition: {gte: 3}, group-by: [u]}'
    fc.assert(
      fc.property(timeline, fc.func(fc.integer()), (events, rank) => {
        const others = events.toSorted((a, b) => a[0] - b[0] || rank(a) - rank(b))
        const [one, other] = [events, others].map((each) => {
          const { correlation, occurrences } = play(map, each)
          return new Set(matchesOf(correlation, occurrences).map((match) => JSON.stringify(match)))
        })
        assert.deepEqual(one, other)
      }),
      runs(300),
    )
  })

  test('moves with the clock', () => {
    fc.assert(
      fc.property(correlationMap, timeline, fc.integer({ min: -1e9, max: 1e9 }), (map, events, seconds) => {
        const moved = events.map(([time, rule, fields]): TimelineEvent => [time + seconds, rule, fields])
        const [here, there] = [events, moved].map((each) => {
          const { correlation, occurrences } = play(map, each)
          return correlate(correlation, occurrences).matches
        })
        assert.deepEqual(
          there?.map(({ time, window }) => [time - seconds * 1000, window]),
          here?.map(({ time, window }) => [time, window]),
        )
      }),
      runs(200),
    )
  })

  test('that is silent fires with the timespan it needs, and with no shorter one', () => {
    const growing = fc.constantFrom(
      '{type: event_count, rules: [ra], timespan: 2s, condition: {gte: 4}, group-by: [u]}',
      '{type: value_count, rules: [ra, rb], timespan: 1s, condition: {field: n, gte: 3}, group-by: [u]}',
      '{type: temporal, rules: [ra, rb, rc], timespan: 1s, group-by: [u]}',
      '{type: temporal, rules: [ra, rb, rc], timespan: 1s, condition: ra and (rb or rc), group-by: [u]}',
      '{type: temporal_ordered, rules: [ra, rb], timespan: 1s, group-by: [u]}',
    )
    const silent = fc.tuple(growing, timeline).map(([map, events]) => play(map, events))
    let needed = 0
    fc.assert(
      fc.property(silent, ({ correlation, occurrences }) => {
        const withTimespan = (milliseconds: number): Correlation => ({
          ...correlation,
          timespan: { ...correlation.timespan, milliseconds },
        })
        for (const { occurrences: own, neededTimespan } of correlate(correlation, occurrences).groups) {
          if (neededTimespan === null) continue
          needed += 1
          assert.ok(neededTimespan > correlation.timespan.milliseconds)
          assert.ok(correlate(withTimespan(neededTimespan), own).matches.length > 0)
          assert.equal(correlate(withTimespan(neededTimespan - 1), own).matches.length, 0)
        }
      }),
      runs(300),
    )
    assert.ok(needed > 20, 'the timelines have too few near misses')
  })

  test('asks for no longer timespan where a longer window may hold less', () => {
    for (const [map, n] of [
      ['{type: value_sum, rules: [ra], timespan: 1s, condition: {field: n, gte: 3}}', 2],
      ['{type: value_sum, rules: [ra], timespan: 1s, condition: {field: n, lt: 3}}', 4],
    ] as const) {
      const { correlation, occurrences } = play(map, [
        [0, 'ra', { n }],
        [9, 'ra', { n }],
      ])
      assert.deepEqual(
        correlate(correlation, occurrences).groups.map(({ matches, neededTimespan }) => [matches, neededTimespan]),
        [[[], null]],
      )
    }
  })

  test('shows windows that lie within the timespan, and what each lacks', () => {
    fc.assert(
      fc.property(correlationMap, timeline, (map, events) => {
        const { set, correlation, occurrences } = play(map, events)
        const judgement = correlate(correlation, occurrences)
        for (const group of judgement.groups) {
          for (const window of [group.best, ...group.matches.map((match) => match.window)]) {
            const inside = occurrencesIn(group, window)
            const [first, last] = [inside[0], inside.at(-1)]
            assert.ok(first !== undefined && last !== undefined)
            assert.ok(last.time - first.time <= correlation.timespan.milliseconds)
            const { bounds, rules, isOutOfOrder } = whatIsMissing(correlation, group, window)
            assert.equal(window.held, bounds.length + rules.length === 0 && !isOutOfOrder)
            assert.equal(window.held, window.shortfall === 0)
          }
          if (group.matches.length > 0) assert.ok(group.best.held)
        }
        assert.ok(explainCorrelation(set, correlation, judgement).includes('Occurred: '))
      }),
      runs(400),
    )
  })

  test('takes 100,000 occurrences in one window', () => {
    const { set, correlation } = correlating(
      '{type: value_count, rules: [ra], timespan: 1d, condition: {field: n, gte: 50000}}',
    )
    const events = Array.from({ length: 100_000 }, (_, n) => ({ time: n, ...eventOf({ matches: 'ra', n }) }))
    const { matches, groups } = judgeCorrelation(set, correlation, events)
    assert.deepEqual(
      matches.map(({ time }) => time),
      [49_999],
    )
    assert.equal(groups[0]?.best.value, 50_000)
  })
})
