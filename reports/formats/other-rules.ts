import { visibleText } from '../../sigma/index.ts'
import type { Report, RuleReport, UnreadableFile } from '../document/report.ts'
import type { Paint } from './paint.ts'
import { plural } from './plural.ts'
import type { SpokenOf } from './spoken-of.ts'
import { wrap } from './wrap.ts'

/** So many rules are called by their names, so many errors told; more are counted. */
const mostNamed = 3

/** A line about the rules that no scenario speaks of, and one about the files among them that cannot be read. */
export function otherLines(report: Report, { isRule, isFile }: SpokenOf, columns: number, paint: Paint): string {
  const rules = report.rules.filter((rule) => !isRule(rule))
  const files = filesInALine(report, isFile)
  const lines = [
    ...(files.length === 0 ? [] : [paint('red', unreadableLine(files))]),
    ...(rules.length === 0 ? [] : [ruleLine(rules, report, paint)]),
  ]
  return lines.map((line) => wrap(line, columns, 2)).join('\n')
}

/** The files that cannot be read and are only counted: those that no scenario names, where they have more than a few errors. */
export function filesInALine(
  { unreadable }: Pick<Report, 'unreadable'>,
  isSpokenOf: SpokenOf['isFile'],
): readonly UnreadableFile[] {
  const files = unreadable.filter((file) => !isSpokenOf(file))
  return errorsIn(files) > mostNamed ? files : []
}

function errorsIn(files: readonly UnreadableFile[]): number {
  return files.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error').length
}

function unreadableLine(files: readonly UnreadableFile[]): string {
  const said = `${plural(files.length, 'file')} that no scenario names cannot be read`
  return `${said} (${errorsIn(files)} errors); sigmaproof check tells why`
}

function ruleLine(rules: readonly RuleReport[], { findings }: Report, paint: Paint): string {
  const keys = new Set(rules.map(({ key }) => key))
  const faults = findings.filter((finding) => finding.kind === 'impossible' && keys.has(finding.rule)).length
  const warnings = rules.reduce((sum, { problems }) => sum + problems.length, 0)
  const said = rules.length === 1 ? '1 rule is named by no scenario' : `${rules.length} rules are named by no scenario`
  const titles = rules.map(({ title }) => `"${visibleText(title)}"`).join(', ')
  const counts = [
    ...(warnings > 0 ? [`${plural(warnings, 'warning')}, which sigmaproof check tells`] : []),
    ...(faults > 0 ? [`${plural(faults, 'proved fault')}, which the page lists`] : []),
  ]
  const more = counts.length === 0 ? '' : ` (${counts.join('; ')})`
  return `${paint('yellow', said)}${rules.length > mostNamed ? '' : `: ${titles}`}${more}`
}
