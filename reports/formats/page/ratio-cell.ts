import type { Ratio } from '../../../measures/index.ts'
import { formatRatio } from '../../../measures/index.ts'
import { html, type Markup } from './markup.ts'

/** A ratio as a bar with its per cent and counts. The width is the bar's only; the text says all of it. */
export function ratioCell(ratio: Ratio): Markup {
  const { covered, total } = ratio
  const level = covered === total ? 'full' : covered === 0 ? 'empty' : 'some'
  return html`<td class="ratio ${level}"><span class="percent">${formatRatio(ratio)}</span> <span class="of">${covered}/${total}</span><meter min="0" max="${Math.max(total, 1)}" value="${total === 0 ? 1 : covered}">${formatRatio(ratio)}</meter></td>`
}
