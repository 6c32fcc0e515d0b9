/** How many of how many; stored as counts everywhere. */
export interface Ratio {
  readonly covered: number
  readonly total: number
}

/** A ratio in whole per cent, rounded down so that only a complete one reads `100 %`; `n/a` when there is nothing to cover. */
export function formatRatio({ covered, total }: Ratio): string {
  return total === 0 ? 'n/a' : `${Math.floor((100 * covered) / total)} %`
}
