import type { Measure } from '../measures/index.ts'
import type { RuleReport, ThresholdReport } from './report.ts'
import { summedCoverage } from './summed-coverage.ts'

/** A threshold to judge: of coverage, over all rules or those in some files. */
export interface WantedCoverage {
  readonly measure: Measure
  readonly path: string | null
  /** Null for all. */
  readonly files: ReadonlySet<string> | null
  /** In per cent. */
  readonly wanted: number
}

/** What every rule must have. */
export interface WantedScenarios {
  readonly scenarios?: boolean
  readonly suppression?: boolean
}

/**
 * What was asked for and what was reached. A rule without any scenario counts with all its points. `fileOf` tells in which
 * file a rule stands.
 */
export function thresholdReports(
  rules: readonly RuleReport[],
  wanted: readonly WantedCoverage[],
  required: WantedScenarios,
  fileOf: (rule: RuleReport) => string,
): readonly ThresholdReport[] {
  return [
    ...wanted.map(({ measure, path, files, wanted: least }): ThresholdReport => {
      const own = files === null ? rules : rules.filter((rule) => files.has(fileOf(rule)))
      const ratio = summedCoverage(own)[measure]
      const keys = files === null ? null : own.map((rule) => rule.key)
      const met = ratio.covered * 100 >= least * ratio.total
      return { measure, path, rules: keys, wanted: least, ratio, met, lacking: [] }
    }),
    ...(required.scenarios ? [everyRule('scenarios', rules, (point) => point.measure === 'outcomes')] : []),
    ...(required.suppression
      ? [everyRule('suppression', rules, ({ measure, answer }) => measure === 'detections' && answer === 'suppressing')]
      : []),
  ]
}

/** How many of the rules that have such points have all of them covered. */
function everyRule(
  measure: 'scenarios' | 'suppression',
  rules: readonly RuleReport[],
  isOf: (point: RuleReport['points'][number]) => boolean,
): ThresholdReport {
  const asked = rules
    .map(({ key, points }) => {
      return { key, points: points.filter((point) => isOf(point) && (point.impossible === null || isCovered(point))) }
    })
    .filter(({ points }) => points.length > 0)
  const lacking = asked.filter(({ points }) => !points.every(isCovered)).map(({ key }) => key)
  const ratio = { covered: asked.length - lacking.length, total: asked.length }
  return { measure, path: null, rules: null, wanted: 100, ratio, met: lacking.length === 0, lacking }
}

function isCovered({ observations }: RuleReport['points'][number]): boolean {
  return observations.length > 0
}
