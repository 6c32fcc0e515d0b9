import { distance } from 'fastest-levenshtein'
import type { Problem } from '../problem.ts'
import { logSourceKey } from '../problems/advice.ts'
import type { YamlMap } from '../yaml/node.ts'

const attributes = ['category', 'product', 'service'] as const

/** The keys that are no key of a log source and two edits at most from one (W-LOGSOURCE-KEY). */
export function adviceOnKeys(logsource: YamlMap): readonly Problem[] {
  const keys = logsource.entries.map(({ key }) => key)
  return logsource.entries.flatMap(({ key, keySpan }) => {
    if (isAttribute(key)) return []
    const meant = attributes.find((attribute) => distance(key.trim().toLowerCase(), attribute) <= 2)
    return meant === undefined ? [] : [logSourceKey(keySpan, key, meant, keys.includes(meant))]
  })
}

function isAttribute(key: string): boolean {
  return attributes.some((attribute) => attribute === key)
}
