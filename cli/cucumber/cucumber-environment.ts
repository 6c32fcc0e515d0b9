import type { Writable } from 'node:stream'
import type { IRunEnvironment } from '@cucumber/cucumber/api'
import type { Invocation } from '../invocation.ts'

/** What Cucumber says is conversation: stdout belongs to the result. `remarks` hears what it says beside its formats. */
export function environmentOf(
  { cwd, stderr, env }: Invocation,
  remarks: Writable = stderr,
): IRunEnvironment & { readonly cwd: string } {
  return { cwd, stdout: stderr, stderr: remarks, env: { ...env } }
}
