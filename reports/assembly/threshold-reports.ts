import type { Measure } from '../../measures/index.ts'
import type { RuleReport, ThresholdReport } from '../document/report.ts'
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
 * file a rule stands; `unreadCounts` whether what nobody has read counts too.
 */
export function thresholdReports(
  rules: readonly RuleReport[],
  wanted: readonly WantedCoverage[],
  required: WantedScenarios,
  fileOf: (rule: RuleReport) => string,
  unreadCounts = false,
): readonly ThresholdReport[] {
  const isCovered: IsCovered = ({ observations, unread }) => observations.length > 0 && (unreadCounts || !unread)
  return [
    ...wanted.map(({ measure, path, files, wanted: least }): ThresholdReport => {
      const own = files === null ? rules : rules.filter((rule) => files.has(fileOf(rule)))
      const { covered, read, total } = summedCoverage(own)[measure]
      const ratio = { covered: unreadCounts ? covered : read, total }
      const keys = files === null ? null : own.map((rule) => rule.key)
      const proved = total === 0 && own.some(({ points }) => points.some((point) => point.measure === measure))
      const met = !proved && ratio.covered * 100 >= least * ratio.total
      return { measure, path, rules: keys, wanted: least, ratio, met, proved, lacking: [] }
    }),
    ...(required.scenarios ? [everyRule('scenarios', rules, isCovered, (point) => point.measure === 'outcomes')] : []),
    ...(required.suppression
      ? [
          everyRule(
            'suppression',
            rules,
            isCovered,
            ({ measure, answer }) => measure === 'detections' && answer === 'suppressing',
          ),
        ]
      : []),
  ]
}

type RulePointReport = RuleReport['points'][number]
type IsCovered = (point: RulePointReport) => boolean

/** How many of the rules that have such points have all of them covered. */
function everyRule(
  measure: 'scenarios' | 'suppression',
  rules: readonly RuleReport[],
  isCovered: IsCovered,
  isOf: (point: RulePointReport) => boolean,
): ThresholdReport {
  const having = rules
    .map(({ key, points }) => ({ key, points: points.filter(isOf) }))
    .filter(({ points }) => points.length > 0)
  const asked = having
    .map(({ key, points }) => ({ key, points: points.filter((point) => isPossible(point)) }))
    .filter(({ points }) => points.length > 0)
  const proved = asked.length === 0 && having.length > 0
  const lacking = (proved ? having : asked.filter(({ points }) => !points.every(isCovered))).map(({ key }) => key)
  const ratio = { covered: asked.length - (proved ? 0 : lacking.length), total: asked.length }
  return { measure, path: null, rules: null, wanted: 100, ratio, met: lacking.length === 0, proved, lacking }
}

/** What was observed can be, whatever was proved. */
function isPossible({ impossible, observations }: RulePointReport): boolean {
  return impossible === null || observations.length > 0
}
