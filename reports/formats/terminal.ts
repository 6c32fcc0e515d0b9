import { styleText } from 'node:util'
import Table from 'cli-table3'
import { formatRatio, type Measure, type Ratio } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import type { Finding, Report, RuleReport } from '../report.ts'
import { findingLabels, findingWords, rulesConcerned } from './finding-words.ts'
import { plural } from './plural.ts'
import { wrap } from './wrap.ts'

/** How the terminal is. */
export interface TerminalOptions {
  /** Its width in columns; taken as at least 80. */
  readonly columns: number
  /** Whether escape sequences for colours may be written. */
  readonly colour: boolean
}

/** A long list is cut here; the page and the JSON hold all of it. */
const mostShown = 12

/** The report for a terminal: a row for each rule, below it what a reader may want to act on, then the totals. */
export function formatTerminal(report: Report, options: TerminalOptions): string {
  const paint = painter(options.colour)
  const sections = [
    ruleTable(report.rules, options, paint),
    ...report.rules.map((rule) => ruleNotes(rule, report, paint)),
    runNotes(report, paint),
    totals(report, paint),
  ]
  const [table = '', ...texts] = sections.filter((section) => section !== '')
  return `${[table, ...texts.map((text) => wrap(text, Math.max(80, options.columns)))].join('\n\n')}\n`
}

type Colour = 'bold' | 'dim' | 'green' | 'yellow' | 'red'
type Paint = (colour: Colour, text: string) => string

function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}

const headings = ['rule', 'fires', 'silent', 'outcomes', 'detections', 'values'] as const
/** Widths of all columns but the first, blanks at both sides included. */
const widths = [7, 18, 10, 12, 11] as const

function ruleTable(rules: readonly RuleReport[], { columns }: TerminalOptions, paint: Paint): string {
  if (rules.length === 0) return ''
  const rest = widths.reduce((sum, width) => sum + width, 0)
  const first = Math.min(60, Math.max(80, columns) - rest - headings.length - 1)
  const table = new Table({
    head: headings.map((heading) => paint('bold', heading)),
    colWidths: [Math.max(first, 15), ...widths],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  for (const rule of rules) {
    table.push([
      visibleText(rule.title),
      String(rule.verdicts.fires),
      silentCell(rule, paint),
      ...measures.map((measure) => ratioCell(rule.coverage[measure], paint)),
    ])
  }
  return table.toString()
}

const measures: readonly Measure[] = ['outcomes', 'detections', 'values']

function silentCell({ verdicts }: RuleReport, paint: Paint): string {
  const { suppressed, missed, wrongLogSource } = verdicts
  const causes = [
    [suppressed, 'suppressed'],
    [missed, 'missed'],
    [wrongLogSource, 'other source'],
  ] as const
  const lines = causes.filter(([count]) => count > 0).map(([count, cause]) => `${String(count).padStart(3)} ${cause}`)
  return lines.length === 0 ? paint('dim', '  0') : lines.join('\n')
}

function ratioCell(ratio: Ratio, paint: Paint): string {
  const colour = ratio.covered === ratio.total ? 'green' : ratio.covered === 0 ? 'red' : 'yellow'
  return `${paint(colour, formatRatio(ratio))}\n${paint('dim', `${ratio.covered}/${ratio.total}`)}`
}

/** What there is to say of one rule; empty when there is nothing. */
function ruleNotes(rule: RuleReport, report: Report, paint: Paint): string {
  const filters = rule.verdicts.filters.map(({ name, suppressed, alone }) => {
    const count = `${visibleText(name)} suppressed ${plural(suppressed, 'event')}`
    return suppressed > alone ? `${count}, ${alone} of them alone` : count
  })
  const warnings = rule.problems.map(
    ({ code, message, place }) =>
      `${paint('yellow', 'warning')} ${visibleText(`${place.path}:${place.line}:${place.column}`)} ${visibleText(message)} [${code}]`,
  )
  const findings = report.findings.filter((finding) => rulesConcerned(finding).includes(rule.key))
  const lines = [...filters.map((line) => paint('dim', line)), ...warnings, ...findingLines(findings, paint)]
  if (lines.length === 0) return ''
  const author = rule.author === null ? '' : ` by ${visibleText(rule.author)}`
  const heading = `${paint('bold', visibleText(rule.title))}${paint('dim', ` ${visibleText(rule.key)}${author}`)}`
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** Findings that belong to no readable rule. */
function runNotes({ findings }: Report, paint: Paint): string {
  return findingLines(
    findings.filter((finding) => rulesConcerned(finding).length === 0),
    paint,
  ).join('\n')
}

function findingLines(findings: readonly Finding[], paint: Paint): readonly string[] {
  const kinds = Map.groupBy(findings, (finding) => finding.kind)
  return [...kinds].flatMap(([kind, all]) => {
    const shown = all.slice(0, mostShown).map((finding) => {
      const place = visibleText(`${finding.path}:${finding.line}`)
      return `${paint(colours[kind], findingLabels[kind])} ${place} ${visibleText(findingWords(finding))}`.trimEnd()
    })
    const more = all.length - shown.length
    return more > 0
      ? [...shown, paint('dim', `and ${more} more ${findingLabels[kind]}; see the page or the JSON`)]
      : shown
  })
}

const colours: Readonly<Record<Finding['kind'], Colour>> = {
  'unreadable-rule': 'red',
  'closed-gap': 'red',
  'failed-scenario': 'red',
  'rule-without-scenario': 'yellow',
  uncovered: 'yellow',
  circular: 'yellow',
  vacuous: 'yellow',
  unrealistic: 'dim',
  'known-gap': 'dim',
}

function totals({ totals: all, seed }: Report, paint: Paint): string {
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
    return `${measure} ${formatRatio(all.coverage[measure])} (${covered}/${total})`
  }
  return [
    `${plural(all.rules, 'rule')}${unreadable} · ${plural(run + notRun, 'scenario')}: ${statuses.join(', ')}`,
    `${plural(all.verdicts, 'verdict')} on ${plural(all.events, 'event')}${unrealistic} · seed ${visibleText(seed)}`,
    measures.map(ratio).join(' · '),
  ].join('\n')
}
