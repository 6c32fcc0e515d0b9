import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Coverage,
  type CoveredPoint,
  cover,
  coverageOf,
  ObservationError,
  pointsOf,
  type RunObservation,
} from '../../measures/index.ts'
import type { Expectation, Rule } from '../../sigma/index.ts'
import { fc } from '../fast-check.ts'
import { anEvent, anObservation, passed } from './observation-factory.ts'
import { aRule } from './rule-factory.ts'

const rule = aRule(`selection:
    DestinationPort:
        - 5985
        - 5986
filter_user:
    User|contains: SERVICE
filter_image:
    Image|endswith: '\\a.exe'
condition: selection and not 1 of filter_*`)

const fires: Expectation = { kind: 'fires' }
const silent: Expectation = { kind: 'silent' }
const plain = { DestinationPort: 5985, User: 'nina', Image: 'C:\\b.exe' }

function coveredBy(coverage: Coverage): readonly string[] {
  return coverage.rules.flatMap(({ points }) =>
    points.filter((each) => each.coveredBy.length > 0).map(({ point }) => point.id),
  )
}

function covered(...observations: readonly RunObservation[]): readonly string[] {
  return coveredBy(cover({ rules: [rule], correlations: [] }, observations))
}

test('a rule has two outcomes, two or three points an identifier, four a value', () => {
  const ids = pointsOf(rule).map((point) => point.id)
  assert.deepEqual(ids.slice(0, 6), [
    'outcomes/fires',
    'outcomes/silent',
    'detections/selection/true',
    'detections/selection/false',
    'detections/filter_user/true',
    'detections/filter_user/false',
  ])
  assert.equal(ids.length, 2 + 2 + 3 + 3 + 4 * 4)
  assert.equal(new Set(ids).size, ids.length)
})

test('points lie where the piece of the rule is written', () => {
  const texts = pointsOf(rule).map(({ id, span }) => [id, rule.source.text.slice(span.start, span.end)] as const)
  const textOf = new Map(texts)
  assert.match(textOf.get('values/selection/DestinationPort/5986/matched') ?? '', /5986/)
  assert.match(textOf.get('detections/filter_image/true') ?? '', /^filter_image/)
  assert.match(textOf.get('outcomes/fires') ?? '', /selection and not/)
})

test('an event covers what it shows: outcome, identifiers, values, what decides', () => {
  assert.deepEqual(covered(passed(anObservation(rule, fires, [anEvent(plain)]))), [
    'outcomes/fires',
    'detections/selection/true',
    'detections/filter_user/false',
    'detections/filter_image/false',
    'values/selection/DestinationPort/5985/matched',
    'values/selection/DestinationPort/5986/unmatched',
    'values/filter_user/User|contains/SERVICE/unmatched',
    'values/filter_image/Image|endswith/\\a.exe/unmatched',
    'mcdc/selection/DestinationPort/5985/true',
    'mcdc/filter_user/User|contains/SERVICE/false',
    'mcdc/filter_image/Image|endswith/\\a.exe/false',
  ])
})

test('values and mcdc count only where the scenario stated the field; outcomes and detections do not ask', () => {
  const ids = covered(passed(anObservation(rule, fires, [anEvent(plain, ['User'])])))
  assert.deepEqual(ids, [
    'outcomes/fires',
    'detections/selection/true',
    'detections/filter_user/false',
    'detections/filter_image/false',
    'values/filter_user/User|contains/SERVICE/unmatched',
    'mcdc/filter_user/User|contains/SERVICE/false',
  ])
})

test('a value decides where its other answer alone would flip the verdict, with masking', () => {
  const decided = (fields: typeof plain) =>
    covered(passed(anObservation(rule, silent, [anEvent(fields)]))).filter((id) => id.startsWith('mcdc/'))
  assert.deepEqual(decided({ ...plain, DestinationPort: 80 }), [
    'mcdc/selection/DestinationPort/5985/false',
    'mcdc/selection/DestinationPort/5986/false',
  ])
  assert.deepEqual(decided({ ...plain, User: 'SERVICE' }), ['mcdc/filter_user/User|contains/SERVICE/true'])
  assert.deepEqual(decided({ ...plain, User: 'SERVICE', Image: 'C:\\a.exe' }), [])
  assert.deepEqual(decided({ ...plain, DestinationPort: 80, User: 'SERVICE' }), [])
})

test('an identifier used for and against itself decides nothing', () => {
  const torn = aRule(`selection:
    User: nina
condition: selection or not selection`)
  const ids = coveredBy(
    cover({ rules: [torn], correlations: [] }, [passed(anObservation(torn, fires, [anEvent(plain)]))]),
  )
  assert.deepEqual(
    ids.filter((id) => id.startsWith('mcdc/')),
    [],
  )
})

test('a circular observation covers nothing and is marked', () => {
  const coverage = cover({ rules: [rule], correlations: [] }, [
    passed(anObservation(rule, fires, [anEvent(plain, ['UtcTime'])])),
  ])
  assert.deepEqual(coveredBy(coverage), [])
  assert.equal(coverage.observations[0]?.circular, true)
  assert.equal(coverage.observations[0]?.counted, false)
})

test('a known gap, a failed scenario, an assertion that did not hold cover nothing', () => {
  const events = [anEvent(plain)]
  assert.deepEqual(covered(passed(anObservation(rule, fires, events, { knownGap: 'open' }))), [])
  assert.deepEqual(covered(passed(anObservation(rule, silent, events))), [], 'whatever it says of itself')
  assert.deepEqual(covered({ observation: anObservation(rule, fires, events), passed: false }), [])
})

test('a wrong log source covers nothing, event by event', () => {
  const foreign = anEvent({ ...plain, EventID: 1 })
  const expected: Expectation = { kind: 'wrong-log-source' }
  assert.deepEqual(covered(passed(anObservation(rule, expected, [foreign]))), [])
  const mixed = covered(passed(anObservation(rule, silent, [foreign, anEvent({ ...plain, DestinationPort: 80 })])))
  assert.ok(mixed.includes('outcomes/silent') && !mixed.includes('outcomes/fires'))
})

test('a filter is covered only by a scenario that names it, where it is the only culprit', () => {
  const one = anEvent({ ...plain, User: 'NETWORK SERVICE' })
  const both = anEvent({ ...plain, User: 'NETWORK SERVICE', Image: 'C:\\a.exe' })
  const by = (...filters: readonly string[]): Expectation => ({ kind: 'suppressed', filters })
  const point = 'detections/filter_user/suppressing'
  assert.ok(covered(passed(anObservation(rule, by('filter_user'), [one]))).includes(point))
  assert.ok(!covered(passed(anObservation(rule, silent, [one]))).includes(point))
  const together = covered(passed(anObservation(rule, by('filter_user', 'filter_image'), [both])))
  assert.ok(!together.some((id) => id.endsWith('/suppressing')))
})

test('where no filter can suppress alone, the smallest set covers each of its filters', () => {
  const allOf = aRule(`selection:
    DestinationPort: 5985
filter_a:
    User: nina
filter_b:
    Image: b.exe
condition: selection and not all of filter_*`)
  const expected: Expectation = { kind: 'suppressed', filters: ['filter_a', 'filter_b'] }
  const events = [anEvent({ DestinationPort: 5985, User: 'nina', Image: 'b.exe' })]
  const ids = coveredBy(cover({ rules: [allOf], correlations: [] }, [passed(anObservation(allOf, expected, events))]))
  assert.deepEqual(
    ids.filter((id) => id.endsWith('/suppressing')),
    ['detections/filter_a/suppressing', 'detections/filter_b/suppressing'],
  )
})

test('a fieldref needs both fields stated, a keyword any', () => {
  const references = aRule(`selection:
    SourceIp|fieldref: DestinationIp
condition: selection`)
  const event = { SourceIp: '10.0.0.1', DestinationIp: '10.0.0.1' }
  const values = (subject: Rule, fields: typeof event, stated: readonly string[]) =>
    coveredBy(
      cover({ rules: [subject], correlations: [] }, [passed(anObservation(subject, fires, [anEvent(fields, stated)]))]),
    ).filter((id) => id.startsWith('values/'))
  assert.deepEqual(values(references, event, ['SourceIp']), [])
  assert.equal(values(references, event, ['SourceIp', 'DestinationIp']).length, 1)
  const keywords = aRule(`selection:
    - '10.0.0.1'
condition: selection`)
  assert.equal(values(keywords, event, ['Image']).length, 1)
  assert.equal(values(keywords, event, []).length, 0)
})

test('vacuous: plain silence, or silence because of an identifier, more than one value away on every event', () => {
  const two = aRule(`selection:
    DestinationPort: 5985
    Initiated: true
condition: selection`)
  const far = anEvent({ DestinationPort: 1, Initiated: false })
  const near = anEvent({ DestinationPort: 1, Initiated: true })
  const isVacuous = (expected: Expectation, ...events: readonly (typeof far)[]) =>
    cover({ rules: [two], correlations: [] }, [passed(anObservation(two, expected, events))]).observations[0]?.vacuous
  assert.equal(isVacuous(silent, far), true)
  assert.equal(isVacuous({ kind: 'silent-because', parts: ['selection'] }, far), true)
  assert.equal(isVacuous(silent, anEvent({ EventID: 1 })), true)
  assert.equal(isVacuous(silent, far, near), false)
  assert.equal(isVacuous({ kind: 'silent-because', parts: ['DestinationPort', 'Initiated'] }, far), false)
  assert.equal(isVacuous({ kind: 'wrong-log-source' }, anEvent({ EventID: 1 })), false)
})

test('an observation of another text of the rule, or of no loaded rule, is an error that names all of them', () => {
  const stale = anObservation(rule, fires, [anEvent(plain)], { meaning: 'f'.repeat(64) })
  const lost = anObservation(rule, fires, [anEvent(plain)], { rule: 'rules/gone.yml' })
  assert.throws(
    () => cover({ rules: [rule], correlations: [] }, [passed(stale), passed(lost)]),
    (error) => error instanceof ObservationError && error.faults.length === 2 && /rules\/gone\.yml/.test(error.message),
  )
})

test('names of every object are no trap', () => {
  const named = aRule(`constructor:
    __proto__: x
condition: constructor`)
  const ids = coveredBy(
    cover({ rules: [named], correlations: [] }, [passed(anObservation(named, silent, [anEvent({})]))]),
  )
  assert.deepEqual(ids, [
    'outcomes/silent',
    'detections/constructor/false',
    'values/constructor/__proto__/x/unmatched',
    'mcdc/constructor/__proto__/x/false',
  ])
})

test('the order of observations changes nothing but their positions', () => {
  const observations = [
    anObservation(rule, fires, [anEvent(plain)]),
    anObservation(rule, silent, [anEvent({ ...plain, DestinationPort: 1 })]),
    anObservation(rule, { kind: 'suppressed', filters: ['filter_image'] }, [anEvent({ ...plain, Image: 'C:\\a.exe' })]),
  ].map(passed)
  const byPoint = (order: readonly number[]) => {
    const [only] = cover(
      { rules: [rule], correlations: [] },
      order.flatMap((index) => observations[index] ?? []),
    ).rules
    return only?.points.map(({ point, coveredBy: by }) => [
      point.id,
      by.map((position) => order[position] ?? -1).sort(),
    ])
  }
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
      assert.deepEqual(byPoint(order), byPoint([0, 1, 2]))
    }),
  )
})

test('a point proved impossible leaves the denominator, unless it was observed', () => {
  const [first, second] =
    cover({ rules: [rule], correlations: [] }, [passed(anObservation(rule, fires, [anEvent(plain)]))]).rules[0]
      ?.points ?? []
  assert.ok(first !== undefined && second !== undefined)
  const proof = { world: 'source', reason: 'never written' } as const
  const points: readonly CoveredPoint[] = [
    { ...first, impossible: proof },
    { ...second, impossible: proof },
  ]
  assert.deepEqual(coverageOf(points, 'outcomes'), { covered: 1, read: 1, total: 1 })
  assert.deepEqual(coverageOf([first, second], 'outcomes'), { covered: 1, read: 1, total: 2 })
})
