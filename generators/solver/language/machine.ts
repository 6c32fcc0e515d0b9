import { type CodePoints, holdsPoint, pointOf } from './code-points.ts'
import type { MachineProgram } from './program.ts'
import type { TextEdge } from './shape.ts'

/** What stands beside a place in a text, as far as edges care. */
type Beside = 'nothing' | 'line-feed' | 'word' | 'other'

/** A program read as a machine with one state at a time, made as far as it is asked for. */
export interface Machine {
  readonly start: number
  /** Where its answers may change from one code point to the next: ascending, the first is 0. */
  readonly borders: readonly number[]
  /** For each section between two borders a number that it shares with those read alike. */
  readonly kinds: readonly number[]
  /** The state after a code point of the kind. */
  readonly next: (state: number, kind: number) => number
  readonly accepts: (state: number) => boolean
  /** No rest of a text is accepted from here. */
  readonly isDead: (state: number) => boolean
  /** Every rest of a text is accepted from here. */
  readonly isOpen: (state: number) => boolean
}

interface State {
  /** Places in the program, ascending, before edges are passed. */
  readonly places: readonly number[]
  readonly before: Beside
  /** The next state by the kind of code point, as far as they were asked for. */
  readonly after: (number | undefined)[]
  /** Where one can be without reading, by what comes after. */
  readonly reached: Partial<Record<Beside, readonly number[]>>
  readonly isDead: boolean
  readonly isOpen: boolean
  accepts: boolean | null
}

const wordCharacters: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]

const lineFeed = pointOf('\n')

/** The machine of a program. It remembers the states that it has made. */
export function machineOf(program: MachineProgram): Machine {
  const { instructions, open } = program
  const hasEdges = instructions.some((instruction) => instruction.kind === 'edge')
  const states: State[] = []
  const numbers = new Map<string, number>()

  function numbered(places: readonly number[], before: Beside): number {
    const key = `${before} ${places.join()}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    states.push({
      places,
      before,
      after: [],
      reached: {},
      isDead: places.length === 0,
      isOpen: places.some((place) => open.has(place)),
      accepts: null,
    })
    numbers.set(key, states.length - 1)
    return states.length - 1
  }

  function reachedIn(state: State, after: Beside): readonly number[] {
    const known = state.reached[after]
    if (known !== undefined) return known
    const found = new Set<number>()
    const waiting = [...state.places]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (found.has(place)) continue
      found.add(place)
      const instruction = instructions[place]
      if (instruction?.kind === 'fork') waiting.push(...instruction.next)
      if (instruction?.kind === 'edge' && isAt(instruction.edge, state.before, after)) waiting.push(instruction.next)
    }
    const reached = [...found]
    state.reached[after] = reached
    return reached
  }

  function stateAt(number: number): State {
    const state = states[number]
    if (state === undefined) throw new RangeError(`the machine has made no state ${number}`)
    return state
  }

  function step(state: State, point: number): number {
    const after = hasEdges ? besideOf(point) : 'other'
    const places = new Set<number>()
    for (const place of reachedIn(state, after)) {
      const instruction = instructions[place]
      if (instruction?.kind === 'read' && holdsPoint(instruction.of, point)) places.add(instruction.next)
    }
    return numbered(
      [...places].sort((one, other) => one - other),
      places.size === 0 ? 'other' : after,
    )
  }

  const sets = setsOf(program, hasEdges)
  const borders = bordersOf(sets)
  const kinds = kindsOf(borders, sets)
  return {
    start: numbered([program.start], 'nothing'),
    borders,
    kinds,
    next: (number, kind) => {
      const state = stateAt(number)
      const known = state.after[kind]
      if (known !== undefined) return known
      const made = step(state, borders[kinds.indexOf(kind)] ?? 0)
      state.after[kind] = made
      return made
    },
    accepts: (number) => {
      const state = stateAt(number)
      state.accepts ??= reachedIn(state, 'nothing').includes(0)
      return state.accepts
    },
    isDead: (number) => stateAt(number).isDead,
    isOpen: (number) => stateAt(number).isOpen,
  }
}

function setsOf({ instructions }: MachineProgram, hasEdges: boolean): readonly CodePoints[] {
  const sets = instructions.flatMap((instruction) => (instruction.kind === 'read' ? [instruction.of] : []))
  const edgeSets: readonly CodePoints[] = hasEdges ? [wordCharacters, [[lineFeed, lineFeed]]] : []
  return [...new Set([...sets, ...edgeSets])]
}

function bordersOf(sets: readonly CodePoints[]): readonly number[] {
  const borders = new Set([0])
  for (const [first, last] of sets.flat()) {
    borders.add(first)
    if (last < 0x10ffff) borders.add(last + 1)
  }
  return [...borders].sort((one, other) => one - other)
}

function kindsOf(borders: readonly number[], sets: readonly CodePoints[]): readonly number[] {
  const numbers = new Map<string, number>()
  return borders.map((first) => {
    const holding = sets.flatMap((set, index) => (holdsPoint(set, first) ? [index] : [])).join()
    const number = numbers.get(holding) ?? numbers.size
    numbers.set(holding, number)
    return number
  })
}

/** Whether the machine accepts the whole text. */
export function acceptsText(machine: Machine, text: string): boolean {
  let state = machine.start
  for (const char of text) state = machine.next(state, kindOf(machine, pointOf(char)))
  return machine.accepts(state)
}

/** The kind of code point that the machine takes this one for. */
export function kindOf({ borders, kinds }: Machine, point: number): number {
  return kinds[sectionOf(borders, point)] ?? 0
}

/** The number of the section between two borders in which the point lies. */
function sectionOf(borders: readonly number[], point: number): number {
  let low = 0
  let high = borders.length - 1
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2)
    if ((borders[middle] ?? 0) <= point) low = middle
    else high = middle - 1
  }
  return low
}

function besideOf(point: number): Beside {
  if (point === lineFeed) return 'line-feed'
  return holdsPoint(wordCharacters, point) ? 'word' : 'other'
}

function isAt(edge: TextEdge, before: Beside, after: Beside): boolean {
  switch (edge) {
    case 'text-start':
      return before === 'nothing'
    case 'text-end':
      return after === 'nothing'
    case 'line-start':
      return before === 'nothing' || before === 'line-feed'
    case 'line-end':
      return after === 'nothing' || after === 'line-feed'
    case 'word-edge':
      return (before === 'word') !== (after === 'word')
    case 'no-word-edge':
      return (before === 'word') === (after === 'word')
  }
}
