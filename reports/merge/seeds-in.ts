import { observationMediaType } from '../../measures/index.ts'
import { byCodeUnit } from '../../sigma/index.ts'
import { bodiesOf, type CollectedRun } from '../run/collected-run.ts'

/** The seeds with which the events of a run's observations were made, each once: one, unless runs of several are mixed. */
export function seedsIn({ scenarios }: CollectedRun): readonly string[] {
  const seeds = scenarios.flatMap((scenario) => bodiesOf(scenario, observationMediaType)).map(seedIn)
  return [...new Set(seeds.filter((seed) => seed !== null))].sort(byCodeUnit)
}

/** Null for what is no observation: that is refused where observations are counted. */
function seedIn(body: string): string | null {
  try {
    const observation: { readonly recipe?: { readonly seed?: unknown } } | null = JSON.parse(body)
    const seed = observation?.recipe?.seed
    return typeof seed === 'string' ? seed : null
  } catch {
    return null
  }
}
