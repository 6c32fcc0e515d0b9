import { createHash } from 'node:crypto'
import type { Faker } from '@faker-js/faker'
import { faker } from '@faker-js/faker/locale/en'

/** The only source of chance: a faker of its own for every event, so that nothing depends on what was made before. */
export type Chance = Faker

/** Every event time starts from here; a clock is never read. */
export const startOfTime: number = Date.UTC(2025, 2, 3, 9, 14, 27, 318)

/** Makes the chance that belongs to these keys: the same keys give the same values on every machine, in any order. */
export function chanceOf(seed: string, ...keys: readonly (string | number)[]): Chance {
  const digest = createHash('sha256')
    .update([seed, ...keys].map((key) => `${String(key).length}:${key}`).join())
    .digest()
  const words = Array.from({ length: 8 }, (_, index) => digest.readUInt32LE(index * 4))
  // The package's door that has the constructor loads every locale, 250 ms; the shared instance is the user's to seed.
  const chance: Chance = Reflect.construct(faker.constructor, [{ locale: faker.rawDefinitions }])
  chance.seed(words)
  chance.setDefaultRefDate(startOfTime)
  return chance
}
