import type { Measure } from '../../../measures/index.ts'
import type { Report, RuleReport } from '../../document/report.ts'
import { correlationWords } from '../correlation-words.ts'
import { plural } from '../plural.ts'
import { breakablePath } from './breakable-path.ts'
import { coverageGroupsTables } from './coverage-groups.ts'
import { html, type Markup, nothing } from './markup.ts'
import { ratioCell } from './ratio-cell.ts'
import { thresholdList } from './threshold-list.ts'

const measures: readonly Measure[] = ['outcomes', 'detections', 'values', 'mcdc']

/** The figures of the run and a row for each rule. `anchors` are by rule key. */
export function summary(report: Report, anchors: ReadonlyMap<string, string>): Markup {
  const { totals } = report
  const { passed, 'not-run': notRun, ...others } = totals.scenarios
  const faulty = Object.values(others).reduce((sum, count) => sum + count, 0)
  return html`<header class="page"><h1>Sigma rules under test</h1>
<ul class="figures">
<li><b>${totals.rules}</b> ${totals.rules === 1 ? 'rule' : 'rules'}</li>
<li><b>${passed}</b> ${passed === 1 ? 'scenario' : 'scenarios'} passed</li>
${faulty > 0 ? html`<li class="bad"><b>${faulty}</b> did not pass</li>` : nothing}
${notRun > 0 ? html`<li><b>${notRun}</b> not run</li>` : nothing}
${totals.gaps.open > 0 ? html`<li><b>${totals.gaps.open}</b> in known gaps</li>` : nothing}
${totals.gaps.closed > 0 ? html`<li class="bad"><b>${totals.gaps.closed}</b> in closed gaps</li>` : nothing}
<li><b>${totals.verdicts}</b> ${totals.verdicts === 1 ? 'verdict' : 'verdicts'} on ${plural(totals.events, 'event')}</li>
${totals.unrealistic > 0 ? html`<li><b>${totals.unrealistic}</b> of them unrealistic</li>` : nothing}
${totals.unreadable > 0 ? html`<li class="bad"><b>${totals.unreadable}</b> rule files cannot be read</li>` : nothing}
</ul></header>
<div class="wide"><table class="summary">
<thead><tr><th scope="col">Rule</th><th scope="col">Level</th><th scope="col" class="count">Fires</th><th scope="col" class="count" title="would fire but for a filter">Suppressed</th><th scope="col" class="count" title="a part does not match">Missed</th><th scope="col" class="count" title="the event is not of the rule's log source">Other source</th><th scope="col">Outcomes</th><th scope="col">Detections</th><th scope="col">Values</th><th scope="col" title="masking MC/DC: each value was seen to decide the verdict by matching, and by not matching">MC/DC</th></tr></thead>
<tbody>${report.rules.map((rule) => summaryRow(rule, anchors.get(rule.key) ?? ''))}</tbody>
<tfoot><tr><th scope="row" colspan="6">All rules</th>${measures.map((measure) => ratioCell(totals.coverage[measure]))}</tr></tfoot>
</table></div>
${thresholdList(report)}${coverageGroupsTables(report)}`
}

function summaryRow(rule: RuleReport, anchor: string): Markup {
  const { fires, suppressed, missed, wrongLogSource } = rule.verdicts
  return html`<tr><th scope="row"><a href="#${anchor}">${rule.title}</a><span class="path">${breakablePath(rule.key)}</span>${rule.correlation === null ? nothing : html`<span class="kind">${correlationWords(rule.correlation)}</span>`}</th><td>${level(rule)}</td>${[fires, suppressed, missed, wrongLogSource].map((count) => html`<td class="count${count === 0 ? ' zero' : ''}">${count}</td>`)}${measures.map((measure) => ratioCell(rule.coverage[measure]))}</tr>
`
}

/** The rule's level as a label. */
export function level({ level: name }: RuleReport): Markup {
  return name === null ? nothing : html`<span class="level ${name}">${name}</span>`
}
