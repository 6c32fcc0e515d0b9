import type { Report } from '../document/report.ts'
import { findingList } from './page/finding-list.ts'
import { html, nothing, raw } from './page/markup.ts'
import { indexOf } from './page/report-index.ts'
import { ruleSection } from './page/rule-section.ts'
import { style } from './page/style.ts'
import { summary } from './page/summary.ts'
import { yamlLine } from './page/yaml-line.ts'

/** The report as one page that stands alone: no script, nothing loaded from anywhere, light or dark as the reader's system. */
export function formatHtml(report: Report): string {
  const anchors = new Map(report.rules.map((rule, position) => [rule.key, `rule-${position + 1}`]))
  const index = indexOf(report)
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Sigma rules under test</title><style>${raw(style)}</style></head>
<body><main>${summary(report, anchors)}
${findingList(index.findings.get(null) ?? [], index)}
${report.rules.map((rule) => ruleSection(rule, index, anchors.get(rule.key) ?? ''))}
${report.unreadable.map(
  ({ path, text }) => html`<section class="rule"><h2>${path}</h2><p class="bad">This file cannot be read as a rule.</p>
${text === '' ? nothing : html`<table class="yaml"><tbody>${text.split('\n').map((line, position) => html`<tr><td class="number">${position + 1}</td><td class="code">${yamlLine(line)}</td></tr>`)}</tbody></table>`}</section>`,
)}
<footer><p>seed <code>${report.seed}</code></p></footer></main></body></html>
`.markup
}
