import type { Finding, Report } from '../../report.ts'
import { findingLabels, findingWords } from '../finding-words.ts'
import { html, type Markup, nothing } from './markup.ts'

/** Findings as a list, each with its place; an unrealistic event is shown with what it breaks. */
export function findingList(findings: readonly Finding[], report: Report): Markup {
  if (findings.length === 0) return nothing
  const events = new Map(report.events.map((event) => [event.hash, event]))
  return html`<ul class="findings">${findings.map((finding) => findingItem(finding, events))}</ul>`
}

function findingItem(finding: Finding, events: ReadonlyMap<string, Report['events'][number]>): Markup {
  const place = html`<span class="path">${finding.path}:${finding.line}</span>`
  const label = html`<span class="kind">${findingLabels[finding.kind]}</span>`
  if (finding.kind === 'unrealistic') {
    return html`<li class="${finding.kind}">${label} <span>${finding.name}</span> ${place}<ul>${finding.breaches.map((breach) => html`<li>${breach.message} <code>${breach.fact}</code></li>`)}</ul>${eventDetails(finding.events, events)}</li>
`
  }
  if (finding.kind === 'known-gap' || finding.kind === 'closed-gap') {
    return html`<li class="${finding.kind}">${label} <span>${finding.name}</span> ${place}${finding.examples.length === 0 ? nothing : html`<ul class="examples">${finding.examples.map((example) => html`<li>${example}</li>`)}</ul>`}</li>
`
  }
  const hint = finding.kind === 'unreadable-rule' && finding.hint !== '' ? html` <em>${finding.hint}</em>` : nothing
  return html`<li class="${finding.kind}">${label} <span>${findingWords(finding)}</span> ${place}${hint}</li>
`
}

function eventDetails(
  hashes: readonly string[],
  events: ReadonlyMap<string, Report['events'][number]>,
): readonly Markup[] {
  return hashes.slice(0, 5).map((hash) => {
    const event = events.get(hash)
    if (event === undefined) return nothing
    const fields = Object.entries(event.fields)
    return html`<details><summary>event ${hash.slice(0, 8)}</summary><table class="event"><tbody>${fields.map(([name, value]) => html`<tr><th scope="row">${name}</th><td><code>${JSON.stringify(value)}</code></td></tr>`)}</tbody></table></details>`
  })
}
