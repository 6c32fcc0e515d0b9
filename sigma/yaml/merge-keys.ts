import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml'
import type { YamlEntry, YamlNode } from './node.ts'
import { isMergeTag } from './scalar-value.ts'
import { YamlFault } from './yaml-fault.ts'

/** Whether a map's key is the merge key `<<`, which stands for the entries of its value. */
export function isMergeKey(text: string, key: Event | undefined): boolean {
  if (key?.type !== EVENT_ID.SCALAR) return false
  if (key.tagStart >= 0) return isMergeTag(text.slice(key.tagStart, key.tagEnd))
  return (
    key.style === SCALAR_STYLE.PLAIN && key.valueEnd - key.valueStart === 2 && text.startsWith('<<', key.valueStart)
  )
}

/** A map's own entries and those it merges: an own key wins, then the map merged first. */
export function joinMerged(own: readonly YamlEntry[], merged: readonly YamlNode[]): readonly YamlEntry[] {
  if (merged.length === 0) return own
  const byKey = new Map(own.map((entry) => [entry.key, entry]))
  for (const entry of merged.flatMap(mergedEntries)) if (!byKey.has(entry.key)) byKey.set(entry.key, entry)
  return [...byKey.values()]
}

function mergedEntries(node: YamlNode): readonly YamlEntry[] {
  if (node.kind === 'map') return node.entries
  if (node.kind === 'list' && node.items.every((item) => item.kind === 'map')) return node.items.flatMap(mergedEntries)
  throw new YamlFault("'<<' takes a map or a list of maps", node.span)
}
