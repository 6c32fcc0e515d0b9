import Table from 'cli-table3'
import { formatCoverage, formatRatio, type Ratio } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import type {
  MutationReport,
  MutationThresholds,
  MutationTotals,
  RuleMutationReport,
} from '../../mutation/mutation-report.ts'
import { type Paint, painter } from '../paint.ts'
import { pathLines } from '../path-lines.ts'
import { plural } from '../plural.ts'
import { repeatedTitles } from '../repeated-titles.ts'
import type { TerminalOptions } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { survivorNotes } from './survivor-notes.ts'
import { titleWords } from './title-words.ts'

/**
 * The mutants for a terminal: a row for each document, below it survivors as diffs, and scenarios that kill them. `folder` is
 * where the page and the features were written to, as a reader would look for it.
 */
export function formatMutationTerminal(
  report: MutationReport,
  options: TerminalOptions & { readonly folder: string },
): string {
  const paint = painter(options.colour)
  const columns = Math.max(80, options.columns)
  const sections = [
    table(report, columns, paint),
    ...report.rules.map((rule) => survivorNotes(rule, { columns, folder: options.folder }, paint)),
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
  const first = Math.max(15, Math.min(60, columns - rest - headings.length - 1))
  const made = new Table({
    head: headings.map((heading) => paint('bold', heading)),
    colWidths: [first, ...widths],
    colAligns: ['left', ...widths.map((): 'right' => 'right')],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  const repeated = repeatedTitles(rules)
  for (const rule of rules) {
    const { key, title, counts, score, coveredScore } = rule
    made.push([
      [
        titleWords(rule, ''),
        ...(repeated.has(title)
          ? pathLines(visibleText(key), first - 2)
              .split('\n')
              .map((line) => paint('dim', line))
          : []),
      ].join('\n'),
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

/** Whether the score that counts is below the one that is asked for. */
export function isBelow({ score, readScore }: MutationTotals, thresholds: MutationThresholds): boolean {
  return thresholds.break !== null && !reaches(thresholds.unreadCounts ? score : readScore, thresholds.break)
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
  const score = `mutation score ${formatCoverage({ ...all.score, read: all.readScore.covered })} (${all.score.covered}/${all.score.total})`
  const covered = `over covered mutants ${formatRatio(all.coveredScore)} (${all.coveredScore.covered}/${all.coveredScore.total})`
  const isBroken = isBelow(all, thresholds)
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
