import type { Measure } from '../../../measures/index.ts'
import type { CoverageGroup, Report } from '../../document/report.ts'
import { html, type Markup, nothing } from './markup.ts'
import { ratioCell } from './ratio-cell.ts'

const measures: readonly Measure[] = ['outcomes', 'detections', 'values', 'mcdc']

/** Coverage by folder and by tag, folded away. */
export function coverageGroupsTables({ groups: { folders, tags } }: Report): Markup {
  return html`${groupTable('Coverage by folder', 'Folder', folders)}${groupTable('Coverage by tag', 'Tag', tags)}`
}

function groupTable(title: string, called: string, groups: readonly CoverageGroup[]): Markup {
  if (groups.length === 0) return nothing
  return html`<details><summary>${title}</summary><div class="wide"><table class="summary">
<thead><tr><th scope="col">${called}</th><th scope="col" class="count">Rules</th><th scope="col">Outcomes</th><th scope="col">Detections</th><th scope="col">Values</th><th scope="col">MC/DC</th></tr></thead>
<tbody>${groups.map(
    ({
      name,
      rules,
      coverage,
    }) => html`<tr><th scope="row">${name}</th><td class="count">${rules}</td>${measures.map((measure) => ratioCell(coverage[measure]))}</tr>
`,
  )}</tbody></table></div></details>`
}
