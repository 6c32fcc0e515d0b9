import type { Span } from '../source.ts'

/** Ends the reading of a YAML stream; becomes the problem E-YAML at the reader's door. */
export class YamlFault extends Error {
  override readonly name = 'YamlFault'
  readonly span: Span

  constructor(detail: string, span: Span, cause?: unknown) {
    super(detail, { cause })
    this.span = span
  }
}
