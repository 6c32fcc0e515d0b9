import type { Writable } from 'node:stream'

/** Everything a command may know of the process around it. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly argv: readonly string[]
  /** The project root. */
  readonly cwd: string
  /** The result. */
  readonly stdout: Writable
  /** The conversation: progress, problems, failures. */
  readonly stderr: Writable
  readonly env: Readonly<Record<string, string | undefined>>
}
