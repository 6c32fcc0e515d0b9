import { formatRatio } from '../../../measures/index.ts'
import type { Report, ThresholdReport } from '../../report.ts'
import { thresholdName } from '../thresholds.ts'
import { html, type Markup, nothing } from './markup.ts'

/** What was asked for, each with what was reached; nothing where nothing was. */
export function thresholdList({ thresholds }: Report): Markup {
  if (thresholds.length === 0) return nothing
  return html`<ul class="thresholds">${thresholds.map(thresholdItem)}</ul>`
}

function thresholdItem(threshold: ThresholdReport): Markup {
  const { path, wanted, met, ratio } = threshold
  const where = path === null ? nothing : html` of <span class="path">${path}</span>`
  const reached = `${formatRatio(ratio)} (${ratio.covered}/${ratio.total})`
  return html`<li${met ? nothing : html` class="bad"`}>${met ? '✓' : '✗'} ${thresholdName(threshold)}${where}: ${reached}, ${wanted} % wanted</li>
`
}
