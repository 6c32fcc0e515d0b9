import { distance } from 'fastest-levenshtein'
import { logSourceKey } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { YamlMap } from '../yaml/node.ts'

const attributes = ['category', 'product', 'service'] as const

const plurals: Readonly<Record<(typeof attributes)[number], string>> = {
  category: 'categories',
  product: 'products',
  service: 'services',
}

/** Words as near, which an author may mean. */
const words: readonly string[] = ['device', 'devices']

/** The keys that are no key of a log source and two edits at most from one, or its plural (W-LOGSOURCE-KEY). */
export function adviceOnKeys(logsource: YamlMap): readonly Problem[] {
  const keys = logsource.entries.map(({ key }) => key)
  return logsource.entries.flatMap(({ key, keySpan }) => {
    const written = key.trim().toLowerCase()
    if (isAttribute(key) || words.includes(written)) return []
    const meant = attributes.find((each) => distance(written, each) <= 2 || written === plurals[each])
    return meant === undefined ? [] : [logSourceKey(keySpan, key, meant, keys.includes(meant))]
  })
}

function isAttribute(key: string): boolean {
  return attributes.some((attribute) => attribute === key)
}
