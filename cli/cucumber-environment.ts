import type { IRunEnvironment } from '@cucumber/cucumber/api'
import type { Invocation } from './invocation.ts'

/** What Cucumber says is conversation: stdout belongs to the result. */
export function environmentOf({ cwd, stderr, env }: Invocation): IRunEnvironment {
  return { cwd, stdout: stderr, stderr, env: { ...env } }
}
