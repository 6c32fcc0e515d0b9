import { manyRuns } from '../../fast-check.ts'

/** How often a property is tried: so many times, or more where a longer run is asked for. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: manyRuns(usual) }
}
