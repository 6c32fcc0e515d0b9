import { nearestOrKnown } from '../../sigma/index.ts'
import type { Refusal } from './thresholds.ts'

/** A list of maps in the configuration: what it is called, the keys that its maps may have, and an entry as it should be. */
export interface MapList {
  readonly name: string
  readonly keys: readonly string[]
  readonly example: string
}

/** A map of such a list. */
export interface MapEntry {
  /** Its index, as the path of a refusal names it. */
  readonly at: string
  readonly given: ReadonlyMap<string, unknown>
}

/** The maps of a list as `sigmaproof.yml` spells it. What is no map is refused and left out, and so is a key it cannot have. */
export function mapEntriesIn(value: unknown, { name, keys, example }: MapList, refuse: Refusal): readonly MapEntry[] {
  if (!Array.isArray(value)) {
    refuse([], 'value', `"${name}" takes a list of entries such as ${example}`)
    return []
  }
  return value.flatMap((entry: unknown, index) => {
    const at = String(index)
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      refuse([at], 'value', `an entry of "${name}" is a map of ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`)
      return []
    }
    const given = new Map<string, unknown>(Object.entries(entry))
    for (const key of given.keys()) {
      if (!keys.includes(key)) refuse([at, key], 'key', `there is no key "${key}"; ${nearestOrKnown(key, keys)}`)
    }
    return [{ at, given }]
  })
}
