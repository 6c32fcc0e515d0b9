import type { Chance } from '../../chance.ts'
import { pointOf } from './code-points.ts'
import { kindOf, type Machine } from './machine.ts'
import { tupleSet } from './tuple-set.ts'

/** What a search for a text came to. */
export type TextFinding =
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
): TextFinding {
  const machines = [...accepting, ...refusing]
  const letters = lettersOf(machines, chance)
  /** What each machine takes a letter for. */
  const kinds = letters.map(({ points }) => machines.map((machine) => kindOf(machine, points[0] ?? 0)))
  const states = tupleSet(machines.length)
  /** By what and from where each of the states was reached. */
  const byLetter = [-1]
  const from = [-1]
  const current = Int32Array.from(machines, (machine) => machine.start)
  const next = new Int32Array(machines.length)
  let steps = 0

  function isHopeless(tuple: Int32Array): boolean {
    for (let index = 0; index < machines.length; index += 1) {
      const machine = machines[index]
      const state = tuple[index] ?? 0
      if (index < accepting.length ? machine?.isDead(state) : machine?.isOpen(state)) return true
    }
    return false
  }

  function isFound(place: number): boolean {
    states.read(place, current)
    return machines.every((machine, index) => machine.accepts(current[index] ?? 0) === index < accepting.length)
  }

  function textAt(place: number): string {
    const chars: string[] = []
    for (let at = place; from[at] !== -1; at = from[at] ?? -1) {
      const { points } = letters[byLetter[at] ?? 0] ?? { points: [] }
      chars.push(String.fromCodePoint((chance === null ? points[0] : chance.helpers.arrayElement(points)) ?? 0))
    }
    return chars.reverse().join('')
  }

  states.add(current)
  let wave: number[] = isHopeless(current) ? [] : [0]
  while (wave.length > 0) {
    const found = wave.find(isFound)
    if (found !== undefined) return { kind: 'text', text: textAt(found) }
    const following: number[] = []
    for (const place of wave) {
      states.read(place, current)
      for (let letter = 0; letter < letters.length; letter += 1) {
        const taken = kinds[letter] ?? []
        for (let index = 0; index < machines.length; index += 1) {
          next[index] = machines[index]?.next(current[index] ?? 0, taken[index] ?? 0) ?? 0
        }
        if (!states.add(next)) continue
        byLetter.push(letter)
        from.push(place)
        if (!isHopeless(next)) following.push(states.size() - 1)
      }
      steps += letters.length
      if (steps > limit) return { kind: 'unknown' }
    }
    wave = following
  }
  return { kind: 'none' }
}

/** The code points in sections that all machines treat alike, the readable ones first. */
function lettersOf(machines: readonly Machine[], chance: Chance | null): readonly Letter[] {
  const borders = [...new Set(machines.flatMap((machine) => machine.borders))].sort((one, other) => one - other)
  const groups = new Map<string, [number, number][]>()
  for (const [index, first] of borders.entries()) {
    const last = (borders[index + 1] ?? 0x110000) - 1
    const key = machines.map((machine) => kindOf(machine, first)).join()
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [[first, last]])
    else known.push([first, last])
  }
  const letters = [...groups.values()].map(letterOf).filter((letter) => letter.points.length > 0)
  const mixed = chance === null ? letters : chance.helpers.shuffle(letters)
  return mixed.toSorted((one, other) => one.readability - other.readability)
}

/** What to write where a set leaves the choice, the most readable kind first. */
const readable: readonly (readonly number[])[] = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '-_.\\/: ,;=+()[]{}@#%&!?\'"<>|~^$*`',
].map((text) => Array.from(text, pointOf))

function letterOf(ranges: readonly (readonly [number, number])[]): Letter {
  const within = (point: number) => ranges.some(([first, last]) => point >= first && point <= last)
  for (const [readability, all] of readable.entries()) {
    const points = all.filter(within)
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
