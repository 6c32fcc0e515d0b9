import { type Exact, exactOf, movedBy, type Test, type TestOf } from '../../../sigma/index.ts'
import type { Edge } from '../goal.ts'
import { choice, oneOf, repeated, type Shape, sequence } from '../language/index.ts'
import type { Edges } from './definition.ts'

const digits = oneOf('0123456789')

/** A JSON number (semantics 3.4). */
export const jsonNumber: Shape = sequence(
  repeated(oneOf('-'), 0, 1),
  choice(oneOf('0'), sequence(oneOf('123456789'), repeated(digits, 0, null))),
  repeated(sequence(oneOf('.'), repeated(digits, 1, null)), 0, 1),
  repeated(sequence(oneOf('eE'), repeated(oneOf('+-'), 0, 1), repeated(digits, 1, null)), 0, 1),
)

const steps: Partial<Readonly<Record<Edge, number>>> = { bound: 0, below: -1, above: 1 }

/** The edges of a test for one number: itself, and the whole numbers beside it. */
export const numberEdges: Edges<'number' | 'compare'> = {
  all: ['bound', 'below', 'above'],
  answers: [true, false],
  at: (test: TestOf<'number' | 'compare'>, edge: Edge): Test => {
    const step = steps[edge] ?? 0
    const value: Exact = step === 0 ? exactOf(test) : movedBy(exactOf(test), step)
    return { operator: 'number', value: Number(value), spelling: String(value) }
  },
}
