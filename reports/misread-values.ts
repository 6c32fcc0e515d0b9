import { misreadingIn } from '../measures/index.ts'
import type { CollectedScenario } from './collected-run.ts'
import type { Finding } from './report.ts'

/**
 * What scenarios logged of values that are hardly meant so, each once at its step: a background's step and an outline's run
 * for many scenarios.
 */
export function misreadValues(
  scenarios: readonly Pick<CollectedScenario, 'uri' | 'name' | 'observations'>[],
): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const { uri, name, observations } of scenarios) {
    for (const log of observations) {
      const misreading = misreadingIn(log)
      if (misreading === null) continue
      const { line, text } = misreading
      const key = JSON.stringify([uri, line, text])
      if (!found.has(key)) found.set(key, { kind: 'misread', path: uri, line, name, text })
    }
  }
  return [...found.values()]
}
