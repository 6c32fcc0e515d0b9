import type { RunMessages } from './run-messages.ts'

/** Runs that cannot be merged. `kind` says whether a file cannot be read as a run, or these files do not go together. */
export class MergeError extends Error {
  override readonly name = 'MergeError'
  readonly kind: 'unreadable' | 'mismatch'

  constructor(kind: MergeError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** The place of a message in its file: `out/messages.ndjson:12`. */
export function placeIn({ path, lines }: RunMessages, index: number): string {
  return `${path}:${lines[index] ?? lines.at(-1) ?? 1}`
}
