import type { ScenarioWorld } from '../scenario/scenario-state.ts'
import type { Table } from '../values/table-cells.ts'
import type { ParameterName, ParameterValues } from './parameters.ts'

/** A step that a scenario can have. */
export interface StepPattern {
  readonly keyword: 'Given' | 'When' | 'Then'
  /** The Cucumber expression. */
  readonly pattern: string
  /** One line: what the step does, or what has to hold. */
  readonly meaning: string
  /** A step that it reads, without its table or doc string. */
  readonly example: string
  /** What stands below the step. */
  readonly takes: keyof Taken
  readonly run: StepCode
}

/** What runs, with Cucumber's World as `this` and a parameter for each thing that it is given: Cucumber counts them. */
// biome-ignore lint/suspicious/noExplicitAny: each row is checked against its own pattern; Cucumber gives what that says.
type StepCode = (this: ScenarioWorld, ...given: any[]) => void

interface Taken {
  readonly nothing: readonly []
  readonly 'a table': readonly [table: Table]
  readonly 'a doc string': readonly [text: string]
}

/** The values of the parameters in a pattern, in their order. */
type Given<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Name extends ParameterName
    ? readonly [ParameterValues[Name], ...Given<Rest>]
    : never
  : readonly []

interface PatternRow<Pattern extends string, Takes extends keyof Taken>
  extends Pick<StepPattern, 'keyword' | 'meaning' | 'example'> {
  readonly pattern: Pattern
  readonly takes: Takes
  readonly run: (this: ScenarioWorld, ...given: [...Given<Pattern>, ...Taken[Takes]]) => void
}

/** A row of the vocabulary, whose code takes what its pattern gives. */
export function step<Pattern extends string, Takes extends keyof Taken>(row: PatternRow<Pattern, Takes>): StepPattern {
  return row
}
