import type { Writable } from 'node:stream'

/** Everything a command may know of the process around it. */
export interface Invocation {
  /** The arguments after the program's name. */
  readonly argv: readonly string[]
  /** The project root. */
  readonly cwd: string
  /** The result; no text of rules and features speaks to a CI through it. */
  readonly stdout: Writable
  /** The conversation: progress, problems, failures; the same holds. */
  readonly stderr: Writable
  /** The result as it is, where it is meant to be commands of a CI. */
  readonly commands: Writable
  readonly env: Readonly<Record<string, string | undefined>>
}
