import type { ObservationReport, RuleReport, ScenarioReport, ScenarioStatus } from '../../document/report.ts'
import { plural } from '../plural.ts'
import { html, type Markup, nothing } from './markup.ts'
import { placeKey, type ReportIndex } from './report-index.ts'

const statusSigns: Readonly<Record<ScenarioStatus, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  pending: '…',
  undefined: '?',
  ambiguous: '?',
  unknown: '?',
  'not-run': '–',
}

/** The scenarios that judged a rule, by feature; the rows of an outline stand together. */
export function scenarioList(rule: RuleReport, { scenarios, observations }: ReportIndex): Markup {
  const own = Map.groupBy(observations.get(rule.key) ?? [], placeKey)
  const judging = [...own.keys()].flatMap((place) => scenarios.get(place) ?? [])
  if (judging.length === 0) return html`<p class="unjudged">No scenario judges this rule.</p>`
  const features = Map.groupBy(judging, ({ uri }) => uri)
  return html`<details><summary>${plural(judging.length, 'scenario')} judged it</summary>${[...features].map(
    ([uri, all]) =>
      html`<h4>${all[0]?.feature ?? ''} <span class="path">${uri}</span></h4><ul class="scenarios">${all.map((scenario) => scenarioItem(scenario, own.get(placeKey(scenario)) ?? []))}</ul>`,
  )}</details>`
}

function scenarioItem(scenario: ScenarioReport, judged: readonly ObservationReport[]): Markup {
  const { status, name, line, outline, knownGap } = scenario
  const row = outline?.row.map((cell) => cell.value).join(', ') ?? ''
  return html`<li class="${status}"><span class="status" title="${status}">${statusSigns[status]}<span class="hidden"> ${status}</span></span> <span class="name">${name}</span>${row === '' || name.includes(row) ? nothing : html` <span class="row">${row}</span>`} <span class="line">line ${line}</span>${knownGap === null ? nothing : html` <span class="label">gap ${knownGap}</span>`}<ul>${judged.map(assertion)}</ul></li>
`
}

const vacuousRemarks: Readonly<Record<ObservationReport['kind'], string>> = {
  detection: 'vacuous: the event is far from firing',
  correlation: 'vacuous: none of its rules fires',
}

function assertion(observation: ObservationReport): Markup {
  const { kind, step, events, vacuous, circular, counted, knownGap } = observation
  const remarks = [
    ...(circular ? ['circular: the event was made to fit the rule, it covers nothing'] : []),
    ...(vacuous ? [vacuousRemarks[kind]] : []),
    ...(counted || knownGap ? [] : ['not counted']),
  ]
  return html`<li>${step.text}${events.length > 1 ? html` <span class="line">${events.length} events</span>` : nothing}${observation.kind === 'correlation' ? html` <span class="line">${observation.matches.length === 0 ? 'silent' : `fires ${observation.matches.length} ×`}</span>` : nothing}${remarks.map((remark) => html` <span class="label">${remark}</span>`)}</li>`
}
