import type { EventReport, Finding } from '../../document/report.ts'
import { findingLabels, findingWords } from '../finding-words.ts'
import { plural } from '../plural.ts'
import { breakablePath } from './breakable-path.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { ReportIndex } from './report-index.ts'

/** Findings as a list, each with its place; unrealistic events are shown with what they break. */
export function findingList(findings: readonly Finding[], { events }: ReportIndex): Markup {
  const uncovered = findings.filter(({ kind }) => kind === 'uncovered')
  if (uncovered.length <= mostUncoveredInSight) return listed(findings, events)
  const others = findings.filter((finding) => !uncovered.includes(finding))
  const title = `${plural(uncovered.length, 'uncovered point')}, marked in the text`
  return html`${listed(others, events)}<details class="uncovered-points"><summary>${title}</summary>${listed(uncovered, events)}</details>`
}

/** More of them are folded away: the lines of the rule show them as well. */
const mostUncoveredInSight = 8

function listed(findings: readonly Finding[], events: Events): Markup {
  if (findings.length === 0) return nothing
  return html`<ul class="findings">${findings.map((finding) => findingItem(finding, events))}</ul>`
}

type Events = ReportIndex['events']

function findingItem(finding: Finding, events: Events): Markup {
  const place = html`<span class="path">${breakablePath(`${finding.path}:${finding.line}`)}</span>`
  const label = html`<span class="kind">${findingLabels[finding.kind]}</span>`
  if ('examples' in finding) {
    const examples = html`<ul class="examples">${finding.examples.map((example) => html`<li>${example}</li>`)}</ul>`
    return html`<li class="${finding.kind}">${label} <span>${finding.name}</span> ${place}${finding.examples.length === 0 ? nothing : examples}${finding.kind === 'unrealistic' ? brokenFacts(finding, events) : nothing}</li>
`
  }
  const hint = finding.kind === 'unreadable-rule' && finding.hint !== '' ? html` <em>${finding.hint}</em>` : nothing
  return html`<li class="${finding.kind}">${label} <span>${findingWords(finding)}</span> ${place}${hint}</li>
`
}

type Unrealistic = Finding & { readonly kind: 'unrealistic' }

/** What the events break, and the first of them. */
function brokenFacts({ breaches, events: hashes }: Unrealistic, events: Events): Markup {
  const facts = breaches.map(({ message, fact }) => html`<li>${message} <code>${fact}</code></li>`)
  const shown = hashes.slice(0, mostEvents).flatMap((hash) => events.get(hash) ?? [])
  return html`<details><summary>${plural(hashes.length, 'event')} as Sysmon never writes them</summary><ul>${facts}</ul>${shown.map(eventTable)}</details>`
}

const mostEvents = 5

function eventTable({ fields }: EventReport): Markup {
  return html`<table class="event"><tbody>${Object.entries(fields).map(([name, value]) => html`<tr><th scope="row">${name}</th><td><code>${JSON.stringify(value)}</code></td></tr>`)}</tbody></table>`
}
