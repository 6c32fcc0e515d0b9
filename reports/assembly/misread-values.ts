import { logMediaType, misreadingIn } from '../../measures/index.ts'
import type { Finding } from '../document/report.ts'
import { bodiesOf, type CollectedScenario } from '../run/collected-run.ts'

/**
 * What scenarios logged of values that are hardly meant so, each once at its step: a background's step and an outline's run
 * for many scenarios.
 */
export function misreadValues(
  scenarios: readonly Pick<CollectedScenario, 'uri' | 'name' | 'attached'>[],
): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const scenario of scenarios) {
    const { uri, name } = scenario
    for (const log of bodiesOf(scenario, logMediaType)) {
      const misreading = misreadingIn(log)
      if (misreading === null) continue
      const { line, text } = misreading
      const key = JSON.stringify([uri, line, text])
      if (!found.has(key)) found.set(key, { kind: 'misread', path: uri, line, name, text })
    }
  }
  return [...found.values()]
}
