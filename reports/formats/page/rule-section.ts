import type { RuleReport } from '../../document/report.ts'
import { correlationWords } from '../correlation-words.ts'
import { correlationTable } from './correlation-table.ts'
import { findingList } from './finding-list.ts'
import { html, type Markup, nothing } from './markup.ts'
import type { ReportIndex } from './report-index.ts'
import { scenarioList } from './scenario-list.ts'
import { suggestionList } from './suggestion-list.ts'
import { level } from './summary.ts'
import { valuesTable } from './values-table.ts'
import { yamlListing } from './yaml-listing.ts'

/** Everything about one rule: who wrote it, its text with marks, its values with counts, and the findings. */
export function ruleSection(rule: RuleReport, index: ReportIndex, anchor: string): Markup {
  const findings = index.findings.get(rule.key) ?? []
  const notes = findings.filter(
    ({ kind }) => kind === 'unrealistic' || kind === 'known-gap' || kind === 'impossible-here',
  )
  const pressing = findings.filter((finding) => !notes.includes(finding))
  return html`<section class="rule" id="${anchor}">
<h2>${rule.title} ${level(rule)}</h2>
${factsOf(rule)}
<div class="columns"><div class="left">${yamlListing(rule, anchor)}${legendOf(rule)}</div>
<div class="right">${warningsOf(rule)}${findingList(pressing, index)}${valuesTable(rule, anchor)}${correlationTable(rule, anchor)}${findingList(notes, index)}</div></div>
${suggestionList(rule, index)}
${scenarioList(rule, index)}
</section>`
}

function legendOf({ kind }: RuleReport): Markup {
  const answers =
    kind === 'correlation'
      ? html`<b>3 met</b> observations show it: they would not hold if the correlation were otherwise there, by a step, a second, a field or a rule.`
      : html`<b>3+</b> observations saw it match, <b>3−</b> not match, <b>3⊘</b> suppress alone, <b>3+!</b> decide the verdict by matching, <b>3−!</b> by not matching. An answer counts where the scenario states the field.`
  return html`<p class="legend">✓ covered · ◐ partly · ✗ uncovered · ${answers}</p>`
}

function factsOf({ key, author, license, id, logsource, correlation, status, tags }: RuleReport): Markup {
  const source = [logsource.product, logsource.category, logsource.service].filter((part) => part !== null).join(' / ')
  return html`<p class="facts"><span class="path">${key}</span>${author === null ? html`<span>author not named</span>` : html`<span>by <b>${author}</b></span>`}${license === null ? nothing : html`<span>${license}</span>`}${source === '' ? nothing : html`<span>${source}</span>`}${correlation === null ? nothing : html`<span>${correlationWords(correlation)}</span>`}${status === null ? nothing : html`<span>${status}</span>`}${id === null ? nothing : html`<span class="id">${id}</span>`}</p>
${tags.length === 0 ? nothing : html`<p class="tags">${tags.map((tag) => html`<span>${tag}</span> `)}</p>`}`
}

function warningsOf({ problems }: RuleReport): Markup {
  if (problems.length === 0) return nothing
  return html`<ul class="findings">${problems.map(({ code, message, hint, place }) => html`<li class="warning"><span class="kind">${code}</span> ${message} <em>${hint}</em> <span class="path">${place.path}:${place.line}</span></li>`)}</ul>`
}
