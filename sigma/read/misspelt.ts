import { distance } from 'fastest-levenshtein'
import { entryOf, type YamlMap } from '../yaml/node.ts'

/** Further apart, two keys are two words. */
const mostEdits = 2

/**
 * The first key of a map that is one of these names but for its letter case or two letters, where the map does not have
 * that name itself; null where there is none.
 */
export function misspelt(map: YamlMap, names: readonly string[]): readonly [written: string, name: string] | null {
  const missing = names.filter((name) => entryOf(map, name) === undefined)
  for (const { key } of map.entries) {
    if (names.includes(key) || key.length > longest) continue
    const name = missing.find((each) => distance(key.toLowerCase(), each) <= mostEdits)
    if (name !== undefined) return [key, name]
  }
  return null
}

const longest = 30
