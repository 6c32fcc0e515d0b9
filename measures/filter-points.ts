import type { Rule, RuleKey } from '../sigma/index.ts'
import type { Coverage, CoveredPoint } from './coverage.ts'
import type { Point } from './point.ts'

/**
 * Coverage in which the points of a filter document are the same in every rule that it applies to (measures 4): what
 * covers one in any of these rules covers it in all. It is told of in the rule that covers it first, else in the first that
 * was observed, else in the first.
 */
export function withFilterPoints(rules: readonly Rule[], coverage: Coverage): Coverage {
  const nameIn = new Map(rules.flatMap((rule) => (rule.filters.length > 0 ? [[rule.key, namerOf(rule)]] : [])))
  if (nameIn.size === 0) return coverage
  const ruleAt = coverage.observations.map(({ observation }) => observation.rule)
  const found = gathered(coverage, nameIn, new Set(ruleAt))
  const shown = new Map(
    [...found].map(([id, { rule, coveredBy }]) => {
      const positions = [...coveredBy].sort((one, other) => one - other)
      const covering = positions[0] === undefined ? undefined : ruleAt[positions[0]]
      return [id, { coveredBy: positions, ofFilter: { id, rule: covering ?? rule } }]
    }),
  )
  return {
    ...coverage,
    rules: coverage.rules.map(({ rule, points }) => ({
      rule,
      points: points.map((each): CoveredPoint => ({ ...each, ...shown.get(nameIn.get(rule)?.(each.point) ?? '') })),
    })),
  }
}

/** What each rule calls a point of a filter document, made one name; null for a point that is none. */
type Namer = (point: Point) => string | null

function namerOf({ filters }: Rule): Namer {
  const keys = new Map(filters.map(({ identifier, key }) => [identifier, key]))
  return (point) => {
    if (!('identifier' in point)) return null
    const key = keys.get(point.identifier)
    // Rules may know a filter by names that differ; the ids of its nodes begin with that name.
    const node = point.kind === 'detection' ? '' : point.leaf.slice(point.leaf.indexOf('/'))
    return key === undefined ? null : `${key} ${point.measure}${node}/${point.answer}`
  }
}

interface Gathered {
  /** The first rule that was observed, or the first of all. */
  readonly rule: RuleKey
  readonly isObserved: boolean
  readonly coveredBy: Set<number>
}

function gathered(
  { rules }: Coverage,
  nameIn: ReadonlyMap<RuleKey, Namer>,
  observed: ReadonlySet<RuleKey>,
): ReadonlyMap<string, Gathered> {
  const found = new Map<string, Gathered>()
  for (const { rule, points } of rules) {
    const nameOf = nameIn.get(rule)
    if (nameOf === undefined) continue
    const isObserved = observed.has(rule)
    for (const { point, coveredBy } of points) {
      const id = nameOf(point)
      if (id === null) continue
      const before = found.get(id)
      const known = before ?? { rule, isObserved, coveredBy: new Set() }
      if (before === undefined || (isObserved && !known.isObserved)) found.set(id, { ...known, rule, isObserved })
      for (const position of coveredBy) known.coveredBy.add(position)
    }
  }
  return found
}
