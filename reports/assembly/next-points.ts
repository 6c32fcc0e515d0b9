import type { RuleKey } from '../../sigma/index.ts'
import type { NextPoints, PointReport, RuleReport, ThresholdReport } from '../document/report.ts'

/**
 * What to cover next where a threshold is missed: of each rule concerned the points left uncovered that it asks for, the
 * nearest first, then those that nothing came near, in the order written.
 */
export function nextPoints(
  rules: readonly RuleReport[],
  thresholds: readonly ThresholdReport[],
  distancesOf: (rule: RuleKey) => ReadonlyMap<string, number>,
  unreadCounts = false,
): readonly NextPoints[] {
  const missed = thresholds.filter(({ met }) => !met)
  return rules.flatMap((rule) => {
    const asked = missed.filter((threshold) => isAbout(threshold, rule.key))
    const open = rule.points.filter(
      (point) =>
        isOpen(point, unreadCounts) &&
        asked.some((threshold) => asksFor(threshold, point) && isToldHere(threshold, rule, point)),
    )
    if (open.length === 0) return []
    const distances = distancesOf(rule.key)
    const points = open
      .map(({ id }) => ({ point: id, distance: distances.get(id) ?? null }))
      .sort((one, other) => compared(one.distance, other.distance))
    return [{ rule: rule.key, points }]
  })
}

function isAbout({ rules }: ThresholdReport, rule: RuleKey): boolean {
  return rules === null || rules.includes(rule)
}

/** A filter document's point is told of in one rule; in each that is asked for where that one is not. */
function isToldHere(threshold: ThresholdReport, { key }: RuleReport, { ofFilter }: PointReport): boolean {
  return ofFilter === null || ofFilter.rule === key || !isAbout(threshold, ofFilter.rule)
}

function isOpen({ observations, impossible, unread }: PointReport, unreadCounts: boolean): boolean {
  return observations.length === 0 ? impossible === null : unread && !unreadCounts
}

function asksFor({ measure }: ThresholdReport, point: PointReport): boolean {
  switch (measure) {
    case 'scenarios':
      return point.measure === 'outcomes'
    case 'suppression':
      return point.measure === 'detections' && point.answer === 'suppressing'
    case 'outcomes':
    case 'detections':
    case 'values':
    case 'mcdc':
      return point.measure === measure
  }
}

function compared(one: number | null, other: number | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one - other
}
