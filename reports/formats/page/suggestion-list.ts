import type { RuleReport } from '../../document/report.ts'
import { plural } from '../plural.ts'
import { nothingMissing } from '../suggested-features.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { ReportIndex } from './report-index.ts'

/**
 * The scenarios that would cover what is left of a rule, ready to copy, and what no scenario was found for; a word where
 * nothing is left.
 */
export function suggestionList({ key }: RuleReport, { suggestions, suggested }: ReportIndex): Markup {
  const own = suggestions.get(key)
  if (own === undefined) return suggested ? html`<p class="suggestions">${nothingMissing}</p>` : nothing
  const { scenarios, open } = own
  const count = scenarios.reduce((sum, each) => sum + each.scenarios, 0)
  const points = new Set(scenarios.flatMap((each) => each.points)).size
  const title =
    count === 0
      ? 'No suggested scenario'
      : `${plural(count, 'suggested scenario')} for ${plural(points, 'uncovered point')}`
  return html`<details class="suggestions"><summary>${title}</summary>${scenarios.map(
    ({ text, points: covered }) =>
      html`<pre>${linesOf(text)}</pre><p class="covers">covers ${covered.map((point) => html`<code>${point}</code> `)}</p>`,
  )}${open.length === 0 ? nothing : html`<ul>${open.map(({ point, reason }) => html`<li><code>${point}</code> ${reason}</li>`)}</ul>`}</details>`
}

function linesOf(text: string): readonly Markup[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => html`${line}\n`)
}
