/** How often a property is tried: `SIGMAPROOF_RUNS` times as often as usual, so that a long run can be asked for. */
export function manyRuns(usual: number): number {
  const times = Number(process.env.SIGMAPROOF_RUNS ?? '1')
  return usual * (Number.isInteger(times) && times > 0 ? times : 1)
}
