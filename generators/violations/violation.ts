/** A named fact or format that an event breaks, which makes it *unrealistic*. */
export interface Violation {
  /** The fact's name, for example `ipv6-source`; or `schema`. */
  readonly fact: string
  readonly field: string
  readonly message: string
}
