import type { Row, Unit } from './compare.ts'

/** How many digits stand after the point of a figure. */
const digits: Readonly<Record<Unit, number>> = { s: 2, ms: 1, ns: 0, '/s': 0, MB: 0, modules: 0, files: 0, x: 2 }

/** The rows as a table of Markdown, which can be read as it is. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, unit, now, beside, ratio, wanted = '' }) => [
    what,
    shown(now, unit),
    beside === null ? '' : shown(beside, unit),
    ratio === null ? '' : ratio.toFixed(2),
    wanted,
  ])
  const all = [['what', 'now', 'beside', 'times better', 'wanted'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const [head = '', ...lines] = all.map(
    (row) => `| ${row.map((cell, column) => aligned(cell, widths[column] ?? 0, column)).join(' | ')} |`,
  )
  const rule = `|${widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`
  return [head, rule, ...lines, ''].join('\n')
}

function shown(value: number, unit: Unit): string {
  const text = value.toFixed(digits[unit])
  return unit === '/s' || unit === 'x' ? `${text}${unit}` : `${text} ${unit}`
}

function aligned(cell: string, width: number, column: number): string {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width)
}

function isNumber(column: number): boolean {
  return column >= 1 && column <= 3
}
