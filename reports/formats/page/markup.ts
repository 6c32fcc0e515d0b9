import { escape as escapeHtml } from 'html-escaper'
import { visibleText } from '../../../sigma/index.ts'

/** A piece of HTML that is safe to put into a page. Only {@link html} and {@link raw} make one. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a template: text is escaped, markup is taken as it is, lists are joined. */
export type Content = string | number | Markup | readonly Content[]

/** HTML from a template. Every text that is filled in is escaped, with control and bidirectional characters made visible. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: template.map((text, index) => `${text}${markupOf(contents[index] ?? '')}`).join('') }
}

/** Text that this package itself holds, such as its style sheet, taken as it is. */
export function raw(markup: string): Markup {
  return { markup }
}

/** Nothing. */
export const nothing: Markup = { markup: '' }

function markupOf(content: Content): string {
  if (typeof content === 'string') return escapeHtml(visibleText(content))
  if (typeof content === 'number') return String(content)
  return 'markup' in content ? content.markup : content.map(markupOf).join('')
}
