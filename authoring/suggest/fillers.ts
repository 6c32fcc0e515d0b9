import { type MadeEvent, playRecipe, RecipeError, type RecipeStep } from '../../generators/index.ts'
import type { Fields, Json } from '../../sigma/index.ts'

/** Nobody knows yet where a suggested scenario will stand, nor with which seed it will run: it has to hold for many. */
const seeds: readonly string[] = ['sigmaproof', 'a', 'b', 'c']
const keysOfPool = 24
const keysOfTrial = 2

/** One of each field's values in many events that were made without looking at any rule. */
const pools = new Map<number, ReadonlyMap<string, readonly Json[]>>()

/** Different values that a made event of this kind has in a field, as the seeds happen to make them. */
export function fillersOf(eventId: number, field: string): readonly Json[] {
  const known = pools.get(eventId) ?? poolOf(eventId)
  pools.set(eventId, known)
  return known.get(field) ?? []
}

/** The event that these steps make, once for each of several seeds and places. Throws {@link RecipeError} where they make none. */
export function* playedOften(steps: (chance: string) => readonly RecipeStep[]): Generator<MadeEvent> {
  for (let key = 0; key < keysOfTrial; key += 1) {
    for (const seed of seeds) yield onlyEvent(seed, steps(`trial ${key}`))
  }
}

/** The event that these steps make, whatever the seed. Throws {@link RecipeError} where they make none. */
export function playedOnce(steps: readonly RecipeStep[]): MadeEvent {
  return onlyEvent(seeds[0] ?? '', steps)
}

function onlyEvent(seed: string, steps: readonly RecipeStep[]): MadeEvent {
  const [event] = playRecipe({ seed, steps }, noRule).events
  if (event === undefined) throw new RecipeError('there is no event')
  return event
}

function noRule(): never {
  throw new RecipeError('a suggested event is made without looking at any rule')
}

function poolOf(eventId: number): ReadonlyMap<string, readonly Json[]> {
  const values = new Map<string, Map<string, Json>>()
  for (let key = 0; key < keysOfPool; key += 1) {
    for (const seed of seeds) {
      const { fields } = onlyEvent(seed, [{ kind: 'composed', eventId, rows: [{}], chance: `pool ${key}` }])
      collect(fields, values)
    }
  }
  return new Map([...values].map(([name, each]) => [name, [...each.values()]]))
}

function collect(fields: Fields, values: Map<string, Map<string, Json>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const known = values.get(name) ?? new Map<string, Json>()
    values.set(name, known.set(JSON.stringify(value), value))
  }
}
