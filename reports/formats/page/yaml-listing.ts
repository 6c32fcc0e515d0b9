import type { PointReport, RuleReport } from '../../document/report.ts'
import { type LineMark, lineMarks, type Mark } from './line-marks.ts'
import { type Content, html, type Markup, nothing } from './markup.ts'
import { textLines, yamlLine } from './yaml-line.ts'

/** Read without its colour too. */
export const signs: Readonly<Record<Mark, string>> = { covered: '✓', partly: '◐', uncovered: '✗', none: '' }

/** A rule's YAML with line numbers, a sign on every line that has points, and how often each was seen. */
export function yamlListing(rule: RuleReport, anchor: string): Markup {
  const marks = lineMarks(rule)
  const lines = rule.text.replace(/\n+$/, '').split('\n')
  const plain = textLines(lines)
  return html`<table class="yaml"><caption class="hidden">The rule's text; each line with points is marked ✓ covered, ◐ partly covered or ✗ uncovered</caption><tbody>${lines.map(
    (line, index) => {
      const number = rule.firstLine + index
      return listingLine(plain.has(index) ? line : yamlLine(line), number, marks.get(number), `${anchor}-L${number}`)
    },
  )}</tbody></table>`
}

function listingLine(line: Content, number: number, found: LineMark | undefined, anchor: string): Markup {
  const mark = found?.mark ?? 'none'
  const words = found?.words ?? ''
  return html`<tr id="${anchor}" class="${mark}"${found ? html` title="${words}"` : nothing}><td class="number"><a href="#${anchor}">${number}</a></td><td class="sign">${signs[mark]}${found ? html`<span class="hidden"> ${words}</span>` : nothing}</td><td class="counts">${found ? countsOf(found) : nothing}</td><td class="code">${line}</td></tr>
`
}

/** How many observations saw each answer; the two answers of a leaf as `3+ 2−`. */
function countsOf({ points }: LineMark): readonly Markup[] {
  return points.map((point) => {
    const count = point.observations.length
    return html`<span class="${count === 0 ? 'zero' : 'seen'}">${counted(point, count)}</span> `
  })
}

function counted(point: PointReport, count: number): string {
  switch (point.kind) {
    case 'detection':
    case 'value':
      return `${count}${symbols[point.answer]}`
    case 'decision':
      return `${count}${symbols[point.answer]}!`
    case 'outcome':
    case 'referred-rule':
    case 'order':
    case 'threshold':
    case 'timespan':
    case 'group-by':
      return `${count} ${point.answer}`
  }
}

const symbols = { true: '+', false: '−', suppressing: '⊘', matched: '+', unmatched: '−' } as const
