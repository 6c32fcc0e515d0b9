import type { Leaf, Test } from '../../../sigma/index.ts'
import { type Machine, machineOf, programOf, type Shape } from '../language/index.ts'
import type { Standing } from '../operators/definition.ts'
import { spelledNumber } from '../operators/number.ts'
import { textBounds } from '../operators/operators.ts'

/** The bounds of a test's texts as machines; where both are one machine, the test is described exactly. */
export interface Bounds {
  readonly within: Machine | null
  readonly around: Machine | null
}

/** More instructions than this are not taken for one test. */
const largestProgram = 20_000

const known: Readonly<Record<Standing, WeakMap<Test, Bounds>>> = {
  text: new WeakMap(),
  address: new WeakMap(),
  'whole-number': new WeakMap(),
}

/** The bounds of a leaf's test; worked out once for each. */
export function boundsOf({ field, test }: Leaf, standing: Standing): Bounds {
  // A number that is a keyword is also found in the middle of a text.
  if (field === null && test.operator === 'number') return { within: machineFor(spelledNumber(test)), around: null }
  const cached = known[standing].get(test)
  if (cached !== undefined) return cached
  const { within, around } = textBounds(test, standing)
  const first = machineFor(within)
  const bounds = { within: first, around: around === within ? first : machineFor(around) }
  known[standing].set(test, bounds)
  return bounds
}

/** The machine of a shape; null for none and where it would be too large. */
export function machineFor(shape: Shape | null): Machine | null {
  const program = shape === null ? null : programOf(shape, largestProgram)
  return program === null ? null : machineOf(program)
}
