/** What the process ends with. Of several that apply, the highest. */
export type ExitCode = 0 | 1 | 2 | 3

/** The codes by what happened. */
export const exitCodes: Readonly<Record<'held' | 'finding' | 'unreadable' | 'wrongUse', ExitCode>> = {
  /** Every expectation held. */
  held: 0,
  /** A scenario failed, an expectation did not hold, a known gap is closed. */
  finding: 1,
  /** A rule or a feature cannot be read. */
  unreadable: 2,
  /** Wrong arguments or configuration, or nothing to run. */
  wrongUse: 3,
}

/** The highest of these codes; `held` when there is none. */
export function highestOf(codes: readonly ExitCode[]): ExitCode {
  return codes.toSorted((a, b) => b - a)[0] ?? exitCodes.held
}
