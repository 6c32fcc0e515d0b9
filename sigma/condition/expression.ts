/** A condition as parsed: offsets count from the start of its text. */
export type Expression = Operation | Negation | Name | Selector

interface Stretch {
  readonly start: number
  readonly end: number
}

/** `and`, `or`, in the order written. */
export interface Operation extends Stretch {
  readonly kind: 'and' | 'or'
  readonly operands: readonly Expression[]
}

export interface Negation extends Stretch {
  readonly kind: 'not'
  readonly operand: Expression
}

export interface Name extends Stretch {
  readonly kind: 'name'
  readonly name: string
}

/** `1 of`, `any of`, `all of`: a pattern, or `them`. */
export interface Selector extends Stretch {
  readonly kind: 'selector'
  readonly quantifier: 'any' | 'all'
  readonly pattern: string
}
