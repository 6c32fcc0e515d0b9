import type { Source, Span } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'
import { respelled } from './respelled.ts'

/** Puts other words in the place of a scalar's own, its quotes kept, and all of it replaced where escapes hide them. */
export function reworded(source: Source, span: Span, own: string, other: string): Replacement {
  const written = source.text.slice(span.start, span.end)
  const quote = /^["']/.exec(written)?.[0] ?? ''
  if (written !== `${quote}${own}${quote}`) return respelled(source, span, other)
  const start = span.start + quote.length
  return { span: { ...span, start, end: start + own.length }, text: other }
}
