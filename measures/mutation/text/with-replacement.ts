import type { Replacement } from '../mutant.ts'

/** The text of a file with one replacement made. */
export function withReplacement(text: string, { span, text: replacement }: Replacement): string {
  return text.slice(0, span.start) + replacement + text.slice(span.end)
}
