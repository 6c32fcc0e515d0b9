import Table from 'cli-table3'
import { formatRatio, type Ratio } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import type {
  MutantReport,
  MutationReport,
  MutationThresholds,
  RuleMutationReport,
} from '../../mutation/mutation-report.ts'
import { scenarioTexts } from '../gherkin/scenarios.ts'
import { type Paint, painter } from '../paint.ts'
import { plural } from '../plural.ts'
import type { TerminalOptions } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { lineDiff } from './line-diff.ts'
import { operatorWords } from './operator-words.ts'
import { titleWords } from './title-words.ts'

/** The mutants for a terminal: a row for each document, below it every survivor as a diff, and the scenarios that kill them. */
export function formatMutationTerminal(report: MutationReport, options: TerminalOptions): string {
  const paint = painter(options.colour)
  const columns = Math.max(80, options.columns)
  const sections = [
    table(report, columns, paint),
    ...report.rules.map((rule) => survivorsOf(rule, columns, paint)),
    totals(report, columns, paint),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

const headings = ['rule', 'killed', 'survived', 'no cov.', 'ignored', 'errors', 'score', 'covered'] as const
/** Widths of all columns but the first, blanks at both sides included. */
const widths = [8, 10, 9, 9, 8, 8, 9] as const

function table({ rules, thresholds }: MutationReport, columns: number, paint: Paint): string {
  if (rules.length === 0) return ''
  const rest = widths.reduce((sum, width) => sum + width, 0)
  const first = Math.min(60, columns - rest - headings.length - 1)
  const made = new Table({
    head: headings.map((heading) => paint('bold', heading)),
    colWidths: [Math.max(first, 15), ...widths],
    colAligns: ['left', ...widths.map((): 'right' => 'right')],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  for (const rule of rules) {
    const { counts, score, coveredScore } = rule
    made.push([
      titleWords(rule, ''),
      String(counts.killed),
      counts.survived > 0 ? paint('red', String(counts.survived)) : '0',
      String(counts['no-coverage']),
      String(counts.ignored),
      String(counts['compile-error']),
      scoreText(score, thresholds, paint),
      formatRatio(coveredScore),
    ])
  }
  return made.toString()
}

function scoreText(score: Ratio, { high, low }: MutationThresholds, paint: Paint): string {
  if (score.total === 0) return paint('dim', formatRatio(score))
  const colour = reaches(score, high) ? 'green' : reaches(score, low) ? 'yellow' : 'red'
  return paint(colour, formatRatio(score))
}

/** Whether a ratio is at least so many per cent. */
export function reaches({ covered, total }: Ratio, percent: number): boolean {
  return covered * 100 >= percent * total
}

function survivorsOf(rule: RuleMutationReport, columns: number, paint: Paint): string {
  const { author, path, text, mutants } = rule
  const survivors = mutants.filter(({ state }) => state.kind === 'survived')
  if (survivors.length === 0) return ''
  const by = author === null ? '' : ` by ${visibleText(author)}`
  return [
    wrap(paint('bold', `${titleWords(rule)}${by}: ${plural(survivors.length, 'mutant')} survived`), columns, 2),
    ...survivors.map((mutant) => survivor(mutant, path, text, paint)),
    ...curesOf(rule, survivors),
  ].join('\n\n')
}

/** The scenarios that kill survivors; of a filter document each is about one of the rules that it applies to. */
function curesOf({ key }: RuleMutationReport, survivors: readonly MutantReport[]): readonly string[] {
  const suggestions = survivors.flatMap(({ state }) =>
    state.kind === 'survived' && state.suggestion !== null ? [state.suggestion] : [],
  )
  return [...Map.groupBy(suggestions, ({ rule }) => rule)].flatMap(([rule, own]) => {
    const cures = scenarioTexts(own).map((scenario) => scenario.text.trimEnd())
    const place = rule === key ? '' : `, about the rule ${visibleText(rule)}`
    return [`  ${cures.length === 1 ? 'This kills it' : 'These kill them'}${place}:`, ...cures]
  })
}

function survivor(
  { operator, place, replacement, state }: MutantReport,
  path: string,
  text: string,
  paint: Paint,
): string {
  const open =
    state.kind === 'survived' && state.limit !== null ? [`    no event found: gave up ${visibleText(state.limit)}`] : []
  const { removed, added } = lineDiff(text, { ...place, replacement })
  return [
    `  ${visibleText(path)}:${place.line}  ${operatorWords[operator]}`,
    ...removed.map((line) => paint('red', `    - ${visibleText(line)}`)),
    ...added.map((line) => paint('green', `    + ${visibleText(line)}`)),
    ...open,
  ].join('\n')
}

function totals({ rules, totals: all, thresholds }: MutationReport, columns: number, paint: Paint): string {
  const { killed, survived, 'no-coverage': uncovered, ignored, 'compile-error': errors } = all.counts
  const states = [
    `${killed} killed`,
    ...(survived > 0 ? [paint('red', `${survived} survived`)] : []),
    ...(uncovered > 0 ? [paint('red', `${uncovered} without a scenario`)] : []),
    ...(ignored > 0 ? [`${ignored} proved the same rule`] : []),
    ...(errors > 0 ? [`${errors} cannot be read`] : []),
  ]
  const count = killed + survived + uncovered + ignored + errors
  const score = `mutation score ${formatRatio(all.score)} (${all.score.covered}/${all.score.total})`
  const covered = `over covered mutants ${formatRatio(all.coveredScore)} (${all.coveredScore.covered}/${all.coveredScore.total})`
  const isBroken = thresholds.break !== null && !reaches(all.score, thresholds.break)
  return [
    `${countOf(rules)} · ${plural(count, 'mutant')}: ${states.join(', ')}`,
    `${score} · ${covered}`,
    ...(isBroken
      ? [paint('red', `the mutation score is below the ${thresholds.break} % that the thresholds ask for`)]
      : []),
  ]
    .map((line) => wrap(line, columns, 2))
    .join('\n')
}

function countOf(rules: readonly RuleMutationReport[]): string {
  const count = (kind: RuleMutationReport['kind'], noun: string) => {
    const own = rules.filter((rule) => rule.kind === kind).length
    return own === 0 && kind !== 'detection' ? [] : [plural(own, noun)]
  }
  return [
    ...count('detection', 'rule'),
    ...count('filter', 'filter document'),
    ...count('correlation', 'correlation'),
  ].join(', ')
}
