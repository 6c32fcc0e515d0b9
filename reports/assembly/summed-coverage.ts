import type { CoverageRatio, Measure } from '../../measures/index.ts'
import type { MeasureRatios, PointReport, RuleReport } from '../document/report.ts'

/** The coverage of several rules together. A point of a filter document that applies to several of them counts once. */
export function summedCoverage(rules: readonly RuleReport[]): MeasureRatios {
  const repeated = repeatedPoints(rules)
  const summed = (measure: Measure): CoverageRatio => {
    const again = repeated.filter((point) => point.measure === measure && isPossible(point))
    return rules.reduce(
      ({ covered, read, total }, { coverage: { [measure]: own } }) => {
        return { covered: covered + own.covered, read: read + own.read, total: total + own.total }
      },
      {
        covered: -again.filter(isCovered).length,
        read: -again.filter((point) => isCovered(point) && !point.unread).length,
        total: -again.length,
      },
    )
  }
  return {
    outcomes: summed('outcomes'),
    detections: summed('detections'),
    values: summed('values'),
    mcdc: summed('mcdc'),
  }
}

/** Those of filter documents that stood in an earlier rule already. */
function repeatedPoints(rules: readonly RuleReport[]): readonly PointReport[] {
  const seen = new Set<string>()
  return rules.flatMap(({ points }) =>
    points.filter(({ ofFilter }) => {
      if (ofFilter === null) return false
      const isRepeated = seen.has(ofFilter.id)
      seen.add(ofFilter.id)
      return isRepeated
    }),
  )
}

function isPossible(point: PointReport): boolean {
  return point.impossible === null || isCovered(point)
}

function isCovered({ observations }: PointReport): boolean {
  return observations.length > 0
}
