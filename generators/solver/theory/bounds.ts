import {
  type Exact,
  exactOf,
  type Leaf,
  type Network,
  type Regex,
  type Test,
  type TestOf,
} from '../../../sigma/index.ts'
import {
  anyText,
  choice,
  exactly,
  type Machine,
  machineOf,
  noText,
  numeralsBetween,
  oneOf,
  programOf,
  repeated,
  type Shape,
  sequence,
  shapeOfExpression,
  shapeOfPattern,
  spelledIn,
} from '../language/index.ts'

/** How a value that has a text stands in the event: as a text, as an address in Sysmon's spelling, or as a whole number. */
export type Standing = 'text' | 'address' | 'whole-number'

/**
 * The texts of a field on which a test is known to match, and those beyond which it never does. Where both are one
 * machine, the test is described exactly. `within` null: none known; `around` null: nothing ruled out.
 */
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
  if (field === null && test.operator === 'number') return { within: machineFor(spelled(test)), around: null }
  const cached = known[standing].get(test)
  if (cached !== undefined) return cached
  const { within, around } = shapesOf(test, standing)
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

interface Shapes {
  readonly within: Shape | null
  readonly around: Shape | null
}

function exact(shape: Shape | null): Shapes {
  return { within: shape, around: shape }
}

function shapesOf(test: Test, standing: Standing): Shapes {
  switch (test.operator) {
    case 'text':
      return exact(choice(...test.alternatives.map((pattern) => shapeOfPattern(pattern, test.cased))))
    case 're':
      return exact(shapeOfAny(test.alternatives))
    case 'boolean':
      return exact(
        standing === 'whole-number' ? noText : shapeOfPattern([{ kind: 'text', text: String(test.value) }], false),
      )
    case 'number':
      return standing === 'whole-number' ? exact(wholeNumber(exactOf(test))) : numberShapes(test)
    case 'compare': {
      const [least, most] = wholeBounds(test.comparison, exactOf(test))
      const whole = numeralsFrom(least, most)
      return standing === 'whole-number' ? exact(whole) : { within: whole, around: numberShape }
    }
    case 'cidr':
      return networkShapes(test.network, standing)
    case 'null':
      return exact(noText)
    case 'exists':
      return exact(test.value ? anyText : noText)
    case 'fieldref':
    case 'time':
      return { within: null, around: null }
  }
}

function shapeOfAny(regexes: readonly Regex[]): Shape | null {
  const shapes = regexes.map(shapeOfExpression)
  return shapes.every((shape) => shape !== null) ? choice(...shapes) : null
}

const digits = oneOf('0123456789')
const minus = repeated(oneOf('-'), 0, 1)

/** A JSON number (semantics 3.4). */
const numberShape: Shape = sequence(
  minus,
  choice(oneOf('0'), sequence(oneOf('123456789'), repeated(digits, 0, null))),
  repeated(sequence(oneOf('.'), repeated(digits, 1, null)), 0, 1),
  repeated(sequence(oneOf('eE'), repeated(oneOf('+-'), 0, 1), repeated(digits, 1, null)), 0, 1),
)

function numberShapes(test: TestOf<'number'>): Shapes {
  return {
    within: choice(spelled(test), exactly(String(exactOf(test)))),
    around: choice(spelled(test), numberShape),
  }
}

/** The number as the rule spells it, in any letter case. */
function spelled({ spelling }: TestOf<'number'>): Shape {
  return shapeOfPattern([{ kind: 'text', text: spelling }], false)
}

function wholeNumber(value: Exact): Shape {
  if (typeof value === 'bigint') return exactly(String(value))
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? exactly(String(value)) : noText
}

/** The whole numbers from 0 on that a comparison accepts. */
function wholeBounds(comparison: 'lt' | 'lte' | 'gt' | 'gte', value: Exact): readonly [bigint, bigint | null] {
  const floor = typeof value === 'bigint' ? value : BigInt(Math.floor(value))
  const isWhole = typeof value === 'bigint' || Number.isInteger(value)
  switch (comparison) {
    case 'lt':
      return [0n, isWhole ? floor - 1n : floor]
    case 'lte':
      return [0n, floor]
    case 'gt':
      return [floor + 1n, null]
    case 'gte':
      return [isWhole ? floor : floor + 1n, null]
  }
}

function numeralsFrom(least: bigint, most: bigint | null): Shape {
  return numeralsBetween(least < 0n ? 0n : least, most)
}

function networkShapes(network: Network, standing: Standing): Shapes {
  if (standing === 'whole-number') return exact(noText)
  const spelled = spelledIn(network)
  if (network.family === 'ipv4' || standing === 'address') return exact(spelled)
  return { within: spelled, around: sequence(repeated(oneOf('0123456789abcdefABCDEF:.'), 2, null)) }
}
