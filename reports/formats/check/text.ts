import { visibleText } from '../../../sigma/index.ts'
import type { CheckCounts, CheckProblem, CheckReport, CodeReport, SuppressedBy } from '../../check/check-report.ts'
import { painter } from '../paint.ts'
import { plural } from '../plural.ts'
import type { TerminalOptions } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { goneLines } from './gone-lines.ts'
import type { Page } from './page.ts'

/** How much is printed, and how wide. */
export interface CheckTextOptions extends TerminalOptions {
  /** Whether every warning is told, each with its line. */
  readonly verbose: boolean
}

/** Of each code so many are shown: of errors with their lines, of warnings at all. */
const mostShown = 3

/**
 * Every error, then the warnings, three of each code; what of the baseline is gone; then how much was read and found, and how
 * often each code was raised.
 */
export function formatCheckText(report: CheckReport, options: CheckTextOptions): string {
  const page = { verbose: options.verbose, columns: Math.max(80, options.columns), paint: painter(options.colour) }
  const raised = report.codes.filter(({ count }) => count > 0)
  const byCode = Map.groupBy(report.problems, ({ code }) => code)
  const sections = [
    ...['error', 'warning'].flatMap((severity) =>
      raised
        .filter((code) => code.severity === severity)
        .flatMap((code) => {
          const problems = byCode.get(code.code) ?? []
          return severity === 'error' ? errors(problems, page) : [warnings(code, problems, page)]
        }),
    ),
    ...(report.baseline === null ? [] : goneLines(report.baseline, page)),
    summary(report, raised, page),
  ]
  return `${sections.join('\n\n')}\n`
}

/** All errors of one code, the first with their lines. */
function errors(problems: readonly CheckProblem[], page: Page): readonly string[] {
  const framed = page.verbose ? problems : problems.slice(0, mostShown)
  const others = problems.slice(framed.length)
  const [first] = others
  if (first === undefined) return framed.map((problem) => errorWithFrame(problem, page))
  const heading = `${others.length} more of ${page.paint('red', first.code)}:`
  const list = others.map((problem) => indentedPlace(problem, problem.message, page))
  return [...framed.map((problem) => errorWithFrame(problem, page)), [heading, ...list].join('\n')]
}

/** As every command prints a problem. */
function errorWithFrame(problem: CheckProblem, { columns, paint }: Page): string {
  const { code, message, rule, frame, hint } = problem
  const said = wrap(`${visibleText(message)} [${paint('red', code)}]`, columns, 2)
  const title = rule === null ? '' : `(${visibleText(rule)})`
  const where = wrap(placeOf(problem), columns, 2)
  const place =
    where.length + 1 + title.length <= columns
      ? `${where} ${title}`.trimEnd()
      : `${where}\n${wrap(`  ${title}`, columns, 2)}`
  const parts = [`${said}\n${place}`, frame.replaceAll(/^/gm, '    '), wrap(visibleText(hint), columns, 2)]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Warnings of one code. Their lines are quoted where all of them are shown; a hint that is the same for all is told once. */
function warnings({ code, meaning, remedy }: CodeReport, problems: readonly CheckProblem[], page: Page): string {
  const { verbose, columns, paint } = page
  const shown = verbose ? problems : problems.slice(0, mostShown)
  const isWhole = shown.length === problems.length
  const hints = new Set(problems.map(({ hint }) => hint))
  const [hint = ''] = hints
  const advice = hints.size > 1 ? [] : [wrap(`  To do: ${hint === '' ? `${remedy}.` : visibleText(hint)}`, columns, 4)]
  const heading = wrap(`${paint('yellow', code)}, ${counted(problems)}: ${meaning}`, columns, 2)
  const places = shown.map((problem) => {
    const said = hints.size > 1 && problem.hint !== '' ? `${problem.message}. ${problem.hint}` : problem.message
    const place = indentedPlace(problem, said, page)
    return isWhole ? `${place}\n${problem.frame.replaceAll(/^/gm, '      ')}` : place
  })
  const rest = problems.length - shown.length
  const more = rest > 0 ? [`  and ${rest} more; --verbose tells all`] : []
  return [[heading, ...advice].join('\n'), [...places, ...more].join(isWhole ? '\n\n' : '\n')].join('\n\n')
}

/** How many of them are warnings, and how many notes. */
function counted(problems: readonly CheckProblem[]): string {
  const notes = problems.filter(({ severity }) => severity === 'note').length
  const kinds = [
    [problems.length - notes, 'warning'],
    [notes, 'note'],
  ] as const
  return kinds.flatMap(([count, kind]) => (count === 0 ? [] : [plural(count, kind)])).join(', ')
}

/** The rule's title beside the place where there is room, what is wrong below it. */
function indentedPlace(problem: CheckProblem, said: string, { columns, paint }: Page): string {
  const where = `  ${placeOf(problem)}`
  const title = problem.rule === null ? '' : ` (${visibleText(problem.rule)})`
  const isBeside = title !== '' && where.length + title.length <= columns
  const shown = isBeside ? `${where}${paint('dim', title)}` : where
  return `${shown}\n${wrap(`      ${visibleText(said)}`, columns, 6)}`
}

function placeOf({ path, line, column }: CheckProblem): string {
  return `${visibleText(path)}:${line}:${column}`
}

function summary(report: CheckReport, raised: readonly CodeReport[], { columns, paint }: Page): string {
  const { files, rules, rejected } = report.counts
  const read = `${plural(rules, 'rule')} read and ${rejected} rejected in ${plural(files, 'file')}: ${found(report.counts)}.`
  const suppressed = suppressedWords(report.counts)
  const lines = [paint('bold', read), ...(suppressed === '' ? [] : [suppressed])]
  return [...lines.map((line) => wrap(line, columns, 2)), ...raised.map((code) => row(code, raised, columns))].join(
    '\n',
  )
}

function found({ errors: wrong, warnings, notes, suppressed }: CheckCounts): string {
  const none = suppressed.baseline > 0 ? 'no new problem' : 'no problem'
  const problems = wrong + warnings === 0 ? none : `${plural(wrong, 'error')}, ${plural(warnings, 'warning')}`
  return notes === 0 ? problems : `${problems}, ${plural(notes, 'note')}`
}

const suppressors: Readonly<Record<SuppressedBy, string>> = {
  comment: 'by comments in the rules',
  configuration: 'by the configuration',
  baseline: 'by the baseline',
}

function suppressedWords({ suppressed }: CheckCounts): string {
  const entries = Object.entries(suppressors) as readonly (readonly [SuppressedBy, string])[]
  const words = entries.filter(([by]) => suppressed[by] > 0).map(([by, words]) => `${suppressed[by]} ${words}`)
  return words.length === 0 ? '' : `Not told: ${words.join(', ')}.`
}

function row({ code, meaning, count }: CodeReport, raised: readonly CodeReport[], columns: number): string {
  const digits = Math.max(...raised.map((each) => String(each.count).length))
  const width = Math.max(...raised.map((each) => each.code.length))
  return wrap(`  ${String(count).padStart(digits)}  ${code.padEnd(width)}  ${meaning}`, columns, digits + width + 6)
}
