import { hash } from 'node:crypto'
import type { Randomizer, SimpleFaker } from '@faker-js/faker'
import { faker } from '@faker-js/faker/locale/en'

/** The only source of chance: a faker of its own for every event, so that nothing depends on what was made before. */
export type Chance = SimpleFaker

/** Every event time starts from here; a clock is never read. */
export const startOfTime: number = Date.UTC(2025, 2, 3, 9, 14, 27, 318)

// The package's door that has the constructor loads every locale, 250 ms; and the one that knows locales takes ten times
// as long to make as the one that does not.
const simpleFaker: unknown = Object.getPrototypeOf(faker.constructor)

/** Makes the chance that belongs to these keys: the same keys give the same values on every machine, in any order. */
export function chanceOf(seed: string, ...keys: readonly (string | number)[]): Chance {
  return chanceAgain(seed, ...keys)()
}

/** The same chance as often as it is asked for, each time from its start: whoever had it before is done with it. */
export function chanceAgain(seed: string, ...keys: readonly (string | number)[]): () => Chance {
  const text = [seed, ...keys].map((key) => `${String(key).length}:${key}`).join()
  const digest = hash('sha256', text, 'buffer')
  const randomizer = randomizerOf([0, 4, 8, 12].map((offset) => digest.readUInt32LE(offset)))
  if (typeof simpleFaker !== 'function') throw new TypeError('@faker-js/faker has no SimpleFaker under its Faker')
  const chance: Chance = Reflect.construct(simpleFaker, [{ randomizer, seed: 0 }])
  chance.setDefaultRefDate(startOfTime)
  return () => {
    randomizer.restart()
    return chance
  }
}

/** First and last names that people have. */
export function personName(chance: Chance): { readonly first: string; readonly last: string } {
  const { first_name: first, last_name: last } = faker.rawDefinitions.person ?? {}
  return {
    first: chance.helpers.arrayElement(first?.generic ?? ['Alex']),
    last: chance.helpers.arrayElement(last?.generic ?? ['Smith']),
  }
}

/**
 * Chris Doty-Humphrey's sfc32, seeded by the words and no other way: faker's own Mersenne Twister takes longer to seed
 * than an event takes to fill.
 */
function randomizerOf(words: readonly number[]): Randomizer & { readonly restart: () => void } {
  let [a, b, c, counter] = [0, 0, 0, 1]
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  return {
    restart: () => {
      ;[a = 0, b = 0, c = 0, counter = 1] = words
      for (let round = 0; round < 12; round += 1) draw()
    },
    // 53 bits, as many as a number holds exactly.
    next: () => ((draw() >>> 5) * 67_108_864 + (draw() >>> 6)) / 9_007_199_254_740_992,
    seed: () => undefined,
  }
}
