import fc from 'fast-check'

/** Whether properties are tried on the same values in every run. Where SIGMAPROOF_RUNS asks for more, each run draws its own. */
export const isPinned: boolean = process.env.SIGMAPROOF_RUNS === undefined

/** Any other would do as well. */
const seed = 1

// A short run must not be red or green by chance; what chance finds is for long runs, which print their seeds.
if (isPinned) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

/** How often a property is tried: `SIGMAPROOF_RUNS` times as often as usual, so that a long run can be asked for. */
export function manyRuns(usual: number): number {
  const times = Number(process.env.SIGMAPROOF_RUNS ?? '1')
  return usual * (Number.isInteger(times) && times > 0 ? times : 1)
}

export { default as fc } from 'fast-check'
