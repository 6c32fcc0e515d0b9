import Table from 'cli-table3'
import { formatCoverage, formatRatio, type Measure, type Ratio } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import type { Finding, Report, RuleReport } from '../document/report.ts'
import { correlationWords } from './correlation-words.ts'
import { findingsByRule } from './finding-words.ts'
import { filesInALine, otherLines } from './other-rules.ts'
import { type Paint, painter } from './paint.ts'
import { pathLines } from './path-lines.ts'
import { plural } from './plural.ts'
import { repeatedTitles } from './repeated-titles.ts'
import { spokenOf } from './spoken-of.ts'
import { generalNotes, graveNotes, ruleNotes } from './terminal-notes.ts'
import { nextLines, thresholdLines } from './thresholds.ts'
import { wrap } from './wrap.ts'

/** How the terminal is. */
export interface TerminalOptions {
  /** Its width in columns; taken as at least 80. */
  readonly columns: number
  /** Whether escape sequences for colours may be written. */
  readonly colour: boolean
}

/**
 * The report for a terminal: a row for each rule that a scenario speaks of, below it all that makes the run red, then what a
 * reader may want to act on, then a line about all other rules, then the totals.
 */
export function formatTerminal(report: Report, options: TerminalOptions): string {
  const paint = painter(options.colour)
  const columns = Math.max(80, options.columns)
  const spoken = spokenOf(report)
  const rules = report.rules.filter(spoken.isRule)
  const files = new Set(filesInALine(report, spoken.isFile).map(({ path }) => path))
  const isSpokenOf = (finding: Finding): boolean => finding.kind !== 'unreadable-rule' || !files.has(finding.path)
  const findings = findingsByRule(report.findings.filter(notToldBelow(report)))
  const sections = [
    ruleTable(rules, columns, paint),
    graveNotes(report.findings.filter(isSpokenOf), columns, paint),
    ...rules.map((rule) => ruleNotes(rule, findings.get(rule.key) ?? [], columns, paint)),
    generalNotes(findings.get(null) ?? [], columns, paint),
    otherLines(report, spoken, columns, paint),
    totals(report, columns, paint),
    nextLines(report, columns, paint),
    thresholdLines(report, columns, paint),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** What is to be covered next is told once, at the end. */
function notToldBelow({ next }: Report): (finding: Finding) => boolean {
  const told = new Map(next.map(({ rule, points }) => [rule, new Set(points.map(({ point }) => point))]))
  return (finding) => finding.kind !== 'uncovered' || !told.get(finding.rule)?.has(finding.point)
}

const headings = ['rule', 'fires', 'silent', 'outcomes', 'detections', 'values', 'mcdc'] as const
/** Widths of all columns but the first, blanks at both sides included. */
const widths = [7, 16, 10, 12, 8, 8] as const

function ruleTable(rules: readonly RuleReport[], columns: number, paint: Paint): string {
  if (rules.length === 0) return ''
  const rest = widths.reduce((sum, width) => sum + width, 0)
  const first = Math.max(11, Math.min(60, columns - rest - headings.length - 1))
  const table = new Table({
    head: headings.map((heading) => paint('bold', heading)),
    colWidths: [first, ...widths],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  const repeated = repeatedTitles(rules)
  for (const rule of rules) {
    table.push([
      titleCell(rule, repeated.has(rule.title) ? pathLines(visibleText(rule.key), first - 2) : '', paint),
      String(rule.verdicts.fires),
      silentCell(rule, paint),
      ...measures.map((measure) => ratioCell(rule.coverage[measure], paint)),
    ])
  }
  return table.toString()
}

const measures: readonly Measure[] = ['outcomes', 'detections', 'values', 'mcdc']

/** Beside the title what the table could not tell without: which of two of one title, and which kind of correlation. */
function titleCell({ title, correlation }: RuleReport, place: string, paint: Paint): string {
  const kind = correlation === null ? '' : visibleText(correlationWords(correlation))
  const below = [...place.split('\n'), kind].filter((line) => line !== '').map((line) => `\n${paint('dim', line)}`)
  return `${visibleText(title)}${below.join('')}`
}

function silentCell({ kind, verdicts }: RuleReport, paint: Paint): string {
  const { suppressed, missed, wrongLogSource } = verdicts
  if (kind === 'correlation' && missed > 0) return String(missed).padStart(3)
  const causes = [
    [suppressed, 'suppressed'],
    [missed, 'missed'],
    [wrongLogSource, 'wrong log'],
  ] as const
  const lines = causes.filter(([count]) => count > 0).map(([count, cause]) => `${String(count).padStart(3)} ${cause}`)
  return lines.length === 0 ? paint('dim', '  0') : lines.join('\n')
}

function ratioCell(ratio: Ratio, paint: Paint): string {
  if (ratio.total === 0) return paint('dim', formatRatio(ratio))
  const colour = ratio.covered === ratio.total ? 'green' : ratio.covered === 0 ? 'red' : 'yellow'
  return `${paint(colour, formatRatio(ratio))}\n${paint('dim', `${ratio.covered}/${ratio.total}`)}`
}

function totals({ totals: all, seed }: Report, columns: number, paint: Paint): string {
  const { passed, failed, 'not-run': notRun, ...others } = all.scenarios
  const run = passed + failed + Object.values(others).reduce((sum, count) => sum + count, 0)
  const statuses = [
    `${passed} passed`,
    ...(run > passed ? [paint('red', `${run - passed} did not`)] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
    ...(all.gaps.open > 0 ? [`${plural(all.gaps.open, 'known gap')}`] : []),
    ...(all.gaps.closed > 0 ? [paint('red', `${plural(all.gaps.closed, 'gap')} closed`)] : []),
  ]
  const unreadable = all.unreadable > 0 ? `, ${paint('red', `${plural(all.unreadable, 'file')} cannot be read`)}` : ''
  const unrealistic = all.unrealistic > 0 ? `, ${all.unrealistic} unrealistic` : ''
  const ratio = (measure: Measure) => {
    const { covered, total } = all.coverage[measure]
    return `${measure} ${formatCoverage(all.coverage[measure])} (${covered}/${total})`
  }
  return [
    `${plural(all.rules, 'rule')}${unreadable} · ${plural(run + notRun, 'scenario')}: ${statuses.join(', ')}`,
    `${plural(all.verdicts, 'verdict')} on ${plural(all.events, 'event')}${unrealistic} · seed ${visibleText(seed)}`,
    measures.map(ratio).join(' · '),
  ]
    .map((line) => wrap(line, columns, 2))
    .join('\n')
}
