import { solve } from '../generators/index.ts'
import { ask, type Proof } from '../proofs/index.ts'
import { judge, leavesOf, nodesOf, type Rule } from '../sigma/index.ts'
import { goalsOf } from './goal-of-point.ts'
import type { PointId, RulePoint } from './point.ts'
import { measuresOf } from './points.ts'

/** Proofs are facts about a rule: neither the seed of a run nor the other points asked for may change one. */
const seed = 'sigmaproof'
/** With more values than this, a few events are tried on all points before each point is asked for by itself. */
const manyValues = 40

/**
 * Asks the solver about points of one rule. The answer for a point depends on the rule alone, so that it can be kept: it is
 * the same whichever points were asked for before.
 */
export function proverOf(rule: Rule): (point: RulePoint) => Proof {
  const asked = new Map<PointId, Proof>()
  const points = new Map(
    measuresOf(rule).flatMap((measure) => measure.points.map((point) => [point.id, point] as const)),
  )
  const isSeenAnyway = sampleOf(rule)
  const proofOf = (point: RulePoint): Proof => {
    const known = asked.get(point.id)
    if (known !== undefined) return known
    const deciding = decidingPoint(point, points)
    const proof: Proof =
      isSeenAnyway(point) || (deciding !== undefined && proofOf(deciding).kind === 'possible')
        ? { kind: 'possible' }
        : askedOf(rule, point)
    asked.set(point.id, proof)
    return proof
  }
  return proofOf
}

/** The point that covers this one too: a value that decides by matching has matched. */
function decidingPoint(point: RulePoint, points: ReadonlyMap<PointId, RulePoint>): RulePoint | undefined {
  if (point.measure !== 'values') return undefined
  return points.get(`mcdc/${point.leaf}/${point.answer === 'matched'}`)
}

function askedOf(rule: Rule, point: RulePoint): Proof {
  const { goals, all } = goalsOf(rule, point)
  const answer = ask({ kind: 'reach', rule, goals, isAll: all }, { chance: point.id, seed })
  switch (answer.kind) {
    case 'possible':
      return { kind: 'possible' }
    case 'unknown':
      return answer
    case 'impossible': {
      const { kind, world, reason, isOfCatalogue } = answer
      const isNews = world === 'source' && isOfCatalogue && point.measure === 'outcomes' && point.answer === 'fires'
      return { kind, world, reason: isNews ? `no event of the catalogue fires it: ${reason}` : reason }
    }
  }
}

/**
 * Of a rule with many values, what a few events cover that are made without regard to the points asked for: one that fires,
 * and for each key one that its first value decides, either way.
 */
function sampleOf(rule: Rule): (point: RulePoint) => boolean {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  if (leaves.length <= manyValues) return () => false
  let seen: ReadonlySet<PointId> | null = null
  return (point) => {
    seen ??= seenInSample(rule)
    return seen.has(point.id)
  }
}

function seenInSample(rule: Rule): ReadonlySet<PointId> {
  const measures = measuresOf(rule)
  const keys = rule.identifiers
    .flatMap(({ predicate }) => [...nodesOf(predicate)])
    .filter((node) => node.kind === 'key')
  const first = keys.flatMap((key) => key.children.slice(0, 1))
  const goals = [
    { kind: 'fires' } as const,
    ...first.flatMap(({ id }) => [true, false].map((matched) => ({ kind: 'decisive', leaf: id, matched }) as const)),
  ]
  const seen = new Set<PointId>()
  for (const goal of goals) {
    const answer = solve([rule], goal, { count: 1, chance: 'sample', seed })
    for (const witness of answer.kind === 'witness' ? answer.events : []) {
      const { origin, fields } = witness
      const judgement = judge(rule, witness)
      const { verdict } = judgement
      const expected = verdict.kind === 'suppressed' ? ({ kind: 'suppressed', filters: verdict.by } as const) : fires
      const event = { origin, fields, stated: 'every', breaches: [], time: 0 } as const
      for (const measure of measures) for (const id of measure.seen({ expected, event, judgement })) seen.add(id)
    }
  }
  return seen
}

const fires = { kind: 'fires' } as const
