import { regexMember } from '../compose/regex-member.ts'
import { choice, shapeOfExpression } from '../language/index.ts'
import { alternative } from './alternative.ts'
import { exactBounds, none, type SolvedOperator } from './definition.ts'

/** Regular expressions. */
export const re: SolvedOperator<'re'> = {
  bounds: (test) => {
    const shapes = test.alternatives.map(shapeOfExpression)
    return exactBounds(shapes.every((shape) => shape !== null) ? choice(...shapes) : null)
  },
  edges: null,
  piece: (test, attempt, chance) => {
    const regex = alternative(test.alternatives, attempt, chance)
    return regex === undefined ? null : regexMember(regex, chance)
  },
  numbers: none,
}
