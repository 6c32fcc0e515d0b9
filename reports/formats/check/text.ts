import type { CheckCounts, CheckReport, CodeReport } from '../../check-report.ts'
import { plural } from '../plural.ts'

/** Every problem with its line, then how much was read, and how often each code was raised. */
export function formatCheckText({ problems, counts, codes }: CheckReport): string {
  const raised = codes.filter(({ count }) => count > 0)
  const summary = [sentence(counts), ...raised.map((code) => row(code, raised))]
  return `${[...problems.map(({ shown }) => shown), summary.join('\n')].join('\n\n')}\n`
}

function sentence({ files, rules, rejected, errors, warnings, notes }: CheckCounts): string {
  const problems = errors + warnings === 0 ? 'no problem' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`
  const found = notes === 0 ? problems : `${problems}, ${plural(notes, 'note')}`
  return `${plural(rules, 'rule')} read and ${rejected} rejected in ${plural(files, 'file')}: ${found}.`
}

function row({ code, meaning, count }: CodeReport, raised: readonly CodeReport[]): string {
  const digits = Math.max(...raised.map((each) => String(each.count).length))
  const width = Math.max(...raised.map((each) => each.code.length))
  return `  ${String(count).padStart(digits)}  ${code.padEnd(width)}  ${meaning}`
}
