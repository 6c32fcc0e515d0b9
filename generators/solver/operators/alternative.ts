import type { Chance } from '../../chance.ts'

/** The first alternative is what the author wrote; later attempts take any. */
export function alternative<T>(list: readonly T[], attempt: number, chance: Chance): T | undefined {
  return attempt === 0 || list.length < 2 ? list[0] : chance.helpers.arrayElement(list)
}
