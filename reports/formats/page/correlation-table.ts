import type { PointReport, RuleReport } from '../../document/report.ts'
import { answerWords } from './line-marks.ts'
import { html, type Markup, nothing } from './markup.ts'

/** Every point of a correlation with how many observations show it; nothing for a detection rule. */
export function correlationTable({ kind, points }: RuleReport, anchor: string): Markup {
  if (kind === 'detection') return nothing
  return html`<div class="wide"><table class="values">
<thead><tr><th scope="col">Of the correlation</th><th scope="col" class="count">Shown</th></tr></thead>
<tbody>${points.map((point) => pointRow(point, anchor))}</tbody>
</table></div>`
}

function pointRow(point: PointReport, anchor: string): Markup {
  const count = point.observations.length
  const cell =
    count > 0
      ? html`<td class="count">${count}</td>`
      : html`<td class="count missing" title="no counted observation shows it">✗ 0</td>`
  return html`<tr><td><a href="#${anchor}-L${point.place.line}">${answerWords(point)}</a></td>${cell}</tr>
`
}
