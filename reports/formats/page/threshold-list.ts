import { formatRatio } from '../../../measures/index.ts'
import type { RuleKey } from '../../../sigma/index.ts'
import type { Report, ThresholdReport } from '../../document/report.ts'
import { lackingWords, thresholdName } from '../thresholds.ts'
import { html, type Markup, nothing } from './markup.ts'

/** What was asked for, each with what was reached; nothing where nothing was. */
export function thresholdList({ thresholds, rules }: Report): Markup {
  if (thresholds.length === 0) return nothing
  const titles = new Map(rules.map(({ key, title }) => [key, title]))
  return html`<ul class="thresholds">${thresholds.map((each) => thresholdItem(each, titles))}</ul>`
}

function thresholdItem(threshold: ThresholdReport, titles: ReadonlyMap<RuleKey, string>): Markup {
  const { path, wanted, met, ratio } = threshold
  const where = path === null ? nothing : html` of <span class="path">${path}</span>`
  const reached = `${formatRatio(ratio)} (${ratio.covered}/${ratio.total})`
  return html`<li${met ? nothing : html` class="bad"`}>${met ? '✓' : '✗'} ${thresholdName(threshold)}${where}: ${reached}, ${wanted} % wanted${lackingWords(threshold, titles)}</li>
`
}
