import type { Chance } from '../../chance.ts'
import { pointOf } from './code-points.ts'
import { type Machine, sectionOf } from './machine.ts'

/** What a search for a text came to. */
export type Finding =
  | { readonly kind: 'text'; readonly text: string }
  /** There is no such text. */
  | { readonly kind: 'none' }
  /** The limit was reached first. */
  | { readonly kind: 'unknown' }

/** Characters that behave alike for every machine concerned, by a few of them, the most readable kind first. */
interface Letter {
  readonly points: readonly number[]
  readonly readability: number
}

interface Reached {
  readonly states: readonly number[]
  readonly from: Reached | null
  readonly letter: Letter | null
}

/**
 * A shortest text that every machine of the first list accepts and none of the second, of printable characters where
 * there is a choice, one of several by chance; or the proof that there is none: the product of the machines, made state
 * by state. `limit` is the number of steps from state to state. Text that is not well-formed Unicode is never looked at.
 */
export function findText(
  accepting: readonly Machine[],
  refusing: readonly Machine[],
  limit: number,
  chance: Chance | null,
): Finding {
  const machines = [...accepting, ...refusing]
  const letters = lettersOf(machines, chance)
  const start = machines.map((machine) => machine.start)
  const seen = new Set([keyOf(start)])
  let wave: Reached[] = isHopeless(start) ? [] : [{ states: start, from: null, letter: null }]
  let steps = 0

  function isHopeless(states: readonly number[]): boolean {
    for (const [index, machine] of machines.entries()) {
      const state = states[index] ?? 0
      if (index < accepting.length ? machine.isDead(state) : machine.isOpen(state)) return true
    }
    return false
  }

  function isFound(states: readonly number[]): boolean {
    return machines.every((machine, index) => machine.accepts(states[index] ?? 0) === index < accepting.length)
  }

  while (wave.length > 0) {
    const found = wave.find((reached) => isFound(reached.states))
    if (found !== undefined) return { kind: 'text', text: textOf(found, chance) }
    const following: Reached[] = []
    for (const reached of wave) {
      for (const letter of letters) {
        steps += 1
        const states = stepped(machines, reached.states, letter.points[0] ?? 0)
        const key = keyOf(states)
        if (seen.has(key)) continue
        seen.add(key)
        if (!isHopeless(states)) following.push({ states, from: reached, letter })
      }
      if (steps > limit) return { kind: 'unknown' }
    }
    wave = following
  }
  return { kind: 'none' }
}

/** Plain loops: this is where the solver spends its time. */
function stepped(machines: readonly Machine[], states: readonly number[], point: number): readonly number[] {
  const next: number[] = []
  for (let index = 0; index < machines.length; index += 1) {
    next.push(machines[index]?.next(states[index] ?? 0, point) ?? 0)
  }
  return next
}

function keyOf(states: readonly number[]): string {
  return String.fromCodePoint(...states)
}

function textOf(found: Reached, chance: Chance | null): string {
  const chars: string[] = []
  for (let each: Reached | null = found; each !== null && each.letter !== null; each = each.from) {
    const { points } = each.letter
    chars.push(String.fromCodePoint((chance === null ? points[0] : chance.helpers.arrayElement(points)) ?? 0))
  }
  return chars.reverse().join('')
}

/** The code points in sections that all machines treat alike, the readable ones first. */
function lettersOf(machines: readonly Machine[], chance: Chance | null): readonly Letter[] {
  const borders = [...new Set(machines.flatMap((machine) => machine.borders))].sort((one, other) => one - other)
  const groups = new Map<string, [number, number][]>()
  for (const [index, first] of borders.entries()) {
    const last = (borders[index + 1] ?? 0x110000) - 1
    const key = machines.map((machine) => machine.kinds[sectionOf(machine.borders, first)]).join()
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [[first, last]])
    else known.push([first, last])
  }
  const letters = [...groups.values()].map(letterOf).filter((letter) => letter.points.length > 0)
  const mixed = chance === null ? letters : chance.helpers.shuffle(letters)
  return mixed.toSorted((one, other) => one.readability - other.readability)
}

/** What to write where a set leaves the choice, the most readable kind first. */
const readable: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '-_.\\/: ,;=+()[]{}@#%&!?\'"<>|~^$*`',
]

function letterOf(ranges: readonly (readonly [number, number])[]): Letter {
  const within = (point: number) => ranges.some(([first, last]) => point >= first && point <= last)
  for (const [readability, text] of readable.entries()) {
    const points = Array.from(text, pointOf).filter(within)
    if (points.length > 0) return { points, readability }
  }
  const beyond = ranges.find(([, last]) => last >= 0xa1 && !isSurrogate(last))
  if (beyond !== undefined) return { points: [Math.max(beyond[0], 0xa1)], readability: readable.length }
  const rest = ranges.find(([first]) => !isSurrogate(first))
  return { points: rest === undefined ? [] : [rest[0]], readability: readable.length + 1 }
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff
}
