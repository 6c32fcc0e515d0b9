import { visibleText } from '../../../sigma/index.ts'
import type { BaselineReport } from '../../check/check-report.ts'
import { plural } from '../plural.ts'
import { wrap } from '../wrap.ts'
import type { Page } from './page.ts'

const mostShown = 3

/** The entries of a baseline whose problem is gone; no section where there is none. */
export function goneLines({ path, gone }: BaselineReport, { verbose, columns, paint }: Page): readonly string[] {
  if (gone.length === 0) return []
  const isOne = gone.length === 1
  const entries = `${gone.length} ${isOne ? 'entry' : 'entries'}`
  const heading = `${entries} of ${visibleText(path)} ${isOne ? 'matches' : 'match'} no problem any more; --write-baseline writes the file without ${isOne ? 'it' : 'them'}.`
  const shown = verbose ? gone : gone.slice(0, mostShown)
  const lines = shown.map(({ rule, code, at }) => {
    const where = at === '' ? '' : ` at ${visibleText(at)}`
    return wrap(`  ${visibleText(rule)} ${visibleText(code)}${where}`, columns, 6)
  })
  const rest = gone.length - shown.length
  const more = rest > 0 ? [`  and ${plural(rest, 'other')}; --verbose tells all`] : []
  return [[wrap(paint('yellow', heading), columns, 2), '', ...lines, ...more].join('\n')]
}
