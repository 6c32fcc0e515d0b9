/** How often a property is tried: so many times, or as often as SIGMAPROOF_RUNS says for a longer run. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env.SIGMAPROOF_RUNS ?? usual) }
}
