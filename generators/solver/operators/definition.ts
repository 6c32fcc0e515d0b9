import type { Exact, Operator, Test, TestOf } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Edge } from '../goal.ts'
import type { Shape } from '../language/index.ts'

/** How a value that has a text stands in the event: as a text, as an address in Sysmon's spelling, or as a whole number. */
export type Standing = 'text' | 'address' | 'whole-number'

/**
 * The texts of a field on which a test is known to match, and those beyond which it never does. Where both are one shape, the
 * test is described exactly. `within` null: none known; `around` null: nothing ruled out.
 */
export interface TextBounds {
  readonly within: Shape | null
  readonly around: Shape | null
}

/** What a leaf wants in a text: a run of characters and whether it has to stand at the start, at the end, or anywhere. */
export interface Piece {
  readonly text: string
  readonly start: boolean
  readonly end: boolean
}

/** The values at which what an operator matches begins or ends. */
export interface Edges<Some extends Operator> {
  readonly all: readonly Edge[]
  /** How a test can answer on a value at its edge. */
  readonly answers: readonly boolean[]
  /** The test that matches exactly there; null where this one has no such edge. */
  readonly at: (test: TestOf<Some>, edge: Edge) => Test | null
}

/** What the solver knows of an operator. */
export interface SolvedOperator<Some extends Operator> {
  readonly bounds: (test: TestOf<Some>, standing: Standing) => TextBounds
  /** Null for one without: an expression, a flag, a presence, a comparison with a field. */
  readonly edges: Edges<Some> | null
  /**
   * A run of text that has the test match where it stands as it should, one of several by chance; the attempt varies what
   * stands for wildcards. Null for a test that wants no text.
   */
  readonly piece: (test: TestOf<Some>, attempt: number, chance: Chance) => Piece | null
  /** Numbers that the test names as ones that it matches. */
  readonly numbers: (test: TestOf<Some>) => readonly Exact[]
}

/** Bounds that are one: the shape describes the test. */
export function exactBounds(shape: Shape | null): TextBounds {
  return { within: shape, around: shape }
}

/** The whole text. */
export function wholePiece(text: string): Piece {
  return { text, start: true, end: true }
}

/** For operators that name none. */
export const none = (): readonly [] => []
