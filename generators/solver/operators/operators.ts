import type { Exact, Operator, TestOf } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { boolean } from './boolean.ts'
import { cidr } from './cidr.ts'
import { compare } from './compare.ts'
import type { Edges, Piece, SolvedOperator, Standing, TextBounds } from './definition.ts'
import { exists } from './exists.ts'
import { fieldref } from './fieldref.ts'
import { nullOperator } from './null.ts'
import { number } from './number.ts'
import { re } from './re.ts'
import { text } from './text.ts'
import { time } from './time.ts'

/** What the solver knows of every operator. */
const operators: { readonly [Some in Operator]: SolvedOperator<Some> } = {
  text,
  number,
  boolean,
  null: nullOperator,
  re,
  cidr,
  exists,
  fieldref,
  compare,
  time,
}

/** The texts on which a test matches, as far as they are known. */
export function textBounds<Some extends Operator>(test: TestOf<Some>, standing: Standing): TextBounds {
  return operators[test.operator].bounds(test, standing)
}

/** The edges of an operator; null for one without. */
export function edgesFor<Some extends Operator>(test: TestOf<Some>): Edges<Some> | null {
  return operators[test.operator].edges
}

/** A run of text that has the test match; null for one that wants no text. */
export function pieceFor<Some extends Operator>(test: TestOf<Some>, attempt: number, chance: Chance): Piece | null {
  return operators[test.operator].piece(test, attempt, chance)
}

/** Numbers that the test names. */
export function numbersNamed<Some extends Operator>(test: TestOf<Some>): readonly Exact[] {
  return operators[test.operator].numbers(test)
}
