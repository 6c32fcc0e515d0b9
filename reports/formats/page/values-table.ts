import type { IdentifierReport, PointReport, RuleReport } from '../../document/report.ts'
import { isPossible } from './line-marks.ts'
import { html, type Markup, nothing } from './markup.ts'

/** Every search identifier and value of a rule with how many observations saw each answer. */
export function valuesTable(rule: RuleReport, anchor: string): Markup {
  if (rule.identifiers.length === 0) return nothing
  const points = Map.groupBy(rule.points, (point) => ('identifier' in point ? point.identifier : ''))
  return html`<div class="wide"><table class="values">
<thead><tr><th scope="col">Search identifier, value</th><th scope="col" class="count">Matched</th><th scope="col" class="count">Not matched</th><th scope="col" class="count" title="by a scenario that names it, where it is the only culprit">Suppressed alone</th></tr></thead>
<tbody>${rule.identifiers.map((identifier) => identifierRows(identifier, points.get(identifier.name) ?? [], anchor))}</tbody>
</table></div>`
}

function identifierRows(
  { name, role, place }: IdentifierReport,
  points: readonly PointReport[],
  anchor: string,
): Markup {
  const own = points.filter((point) => point.kind === 'detection')
  const values = points.filter((point) => point.kind === 'value')
  const decisions = Map.groupBy(
    points.filter((point) => point.kind === 'decision'),
    (point) => point.leaf,
  )
  const leaves = [...Map.groupBy(values, (point) => point.leaf)]
  const isOfFilter = points.some(({ ofFilter }) => ofFilter !== null)
  const title = isOfFilter
    ? html`${name} <span class="role">filter document</span> <span class="path" title="seen in any rule that it applies to">${place.path}:${place.line}</span>`
    : html`<a href="#${anchor}-L${place.line}">${name}</a> <span class="role">${role}</span>`
  return html`<tr class="identifier"><th scope="row">${title}</th>${countCell(own.find(({ answer }) => answer === 'true'))}${countCell(own.find(({ answer }) => answer === 'false'))}${countCell(own.find(({ answer }) => answer === 'suppressing'))}</tr>
${leaves.map(([leaf, own]) => leafRow(own, decisions.get(leaf) ?? [], anchor))}`
}

function leafRow(
  points: readonly (PointReport & { readonly kind: 'value' })[],
  decisions: readonly (PointReport & { readonly kind: 'decision' })[],
  anchor: string,
): Markup {
  const [first] = points
  if (first === undefined) return nothing
  const { field, written, place, ofFilter } = first
  const value = html`<code>${written === '' ? "''" : written}</code>`
  const link = ofFilter === null ? html`<a href="#${anchor}-L${place.line}">${value}</a>` : value
  return html`<tr><td class="value"><span class="field">${field ?? 'keyword'}</span> ${link}</td>${countCell(
    points.find(({ answer }) => answer === 'matched'),
    decisions.find(({ answer }) => answer === 'true'),
  )}${countCell(
    points.find(({ answer }) => answer === 'unmatched'),
    decisions.find(({ answer }) => answer === 'false'),
  )}<td></td></tr>
`
}

function countCell(point: PointReport | undefined, decision?: PointReport): Markup {
  if (point === undefined) return html`<td></td>`
  const decided = decision === undefined ? nothing : decidedCount(decision)
  if (!isPossible(point)) {
    return html`<td class="count impossible" title="${point.impossible?.reason ?? ''}">impossible${decided}</td>`
  }
  return isSeen(point)
    ? html`<td class="count">${point.observations.length}${decided}</td>`
    : html`<td class="count missing" title="no counted observation shows it">✗ 0${decided}</td>`
}

/** How often the answer decided the verdict, below how often it was seen. */
function decidedCount(decision: PointReport): Markup {
  const title = 'so often its other answer alone would have flipped the verdict'
  if (!isPossible(decision)) {
    return html`<span class="decided impossible" title="${decision.impossible?.reason ?? ''}">never decides</span>`
  }
  return isSeen(decision)
    ? html`<span class="decided" title="${title}">${decision.observations.length} decided</span>`
    : html`<span class="decided missing" title="${title}">✗ 0 decided</span>`
}

function isSeen({ observations }: PointReport): boolean {
  return observations.length > 0
}
