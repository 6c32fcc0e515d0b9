/** How many of how many; stored as counts everywhere. */
export interface Ratio {
  readonly covered: number
  readonly total: number
}

/** A share of points, some of which may rest on scenarios alone that a program wrote and nobody has read. */
export interface CoverageRatio extends Ratio {
  /** How many are covered by what somebody has read. */
  readonly read: number
}

/** A ratio in whole per cent, rounded down so that only a complete one reads `100 %`; `n/a` when there is nothing to cover. */
export function formatRatio({ covered, total }: Ratio): string {
  return total === 0 ? 'n/a' : `${Math.floor((100 * covered) / total)} %`
}

/** As {@link formatRatio}, with what of it rests on scenarios that nobody has read: `100 %, of it 62 % unread`. */
export function formatCoverage(ratio: CoverageRatio): string {
  const unread = ratio.covered - ratio.read
  if (unread === 0) return formatRatio(ratio)
  return `${formatRatio(ratio)}, of it ${formatRatio({ covered: unread, total: ratio.covered })} unread`
}
