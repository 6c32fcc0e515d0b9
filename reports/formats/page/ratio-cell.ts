import { type CoverageRatio, formatCoverage } from '../../../measures/index.ts'
import { html, type Markup } from './markup.ts'

/** A ratio as a bar with its per cent and counts. The bar only repeats what the text says. */
export function ratioCell(ratio: CoverageRatio): Markup {
  const { covered, total } = ratio
  if (total === 0) return html`<td class="ratio none">${formatCoverage(ratio)}</td>`
  const level = covered === total ? 'full' : covered === 0 ? 'empty' : 'some'
  return html`<td class="ratio ${level}"><span class="percent">${formatCoverage(ratio)}</span> <span class="of">${covered}/${total}</span><svg class="bar" viewBox="0 0 ${Math.max(total, 1)} 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${covered}" height="1"/></svg></td>`
}
