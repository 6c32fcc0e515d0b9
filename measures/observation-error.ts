/** Observations that cannot be counted: of a rule that is not loaded, of another text of it, or not readable at all. */
export class ObservationError extends Error {
  override readonly name = 'ObservationError'
  /** One sentence for each observation concerned. */
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    const shown = faults.slice(0, 10)
    const more = faults.length > shown.length ? [`and ${faults.length - shown.length} more`] : []
    super([...shown, ...more].join('\n'))
    this.faults = faults
  }
}
