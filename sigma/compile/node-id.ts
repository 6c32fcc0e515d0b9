import { hash } from 'node:crypto'
import type { NodeId } from '../rule/predicate.ts'

const longestName = 64
const digestLength = 8

/**
 * The id of a child node (semantics 8): its parent's id and its own name, escaped as in JSON Pointer; a name over
 * 64 characters is cut and ends in 8 hex digits of its SHA-256.
 */
export function childId(parent: NodeId, name: string): NodeId {
  return `${parent}/${segmentOf(name)}`
}

/** The id of a search identifier's root. */
export function rootId(name: string): NodeId {
  return segmentOf(name)
}

/** The ids of siblings of these names: equal ones get `~2`, `~3` in the order written. */
export function childIds(parent: NodeId, names: readonly string[]): readonly NodeId[] {
  const ids = names.map((name) => childId(parent, name))
  // Comparing names is quicker than comparing ids. A name this long may be what another one is cut to.
  if (new Set(names).size === names.length && names.every(({ length }) => length < longestName)) return ids
  const seen = new Map<NodeId, number>()
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}~${count}`
  })
}

function segmentOf(name: string): string {
  const short = shortened(name)
  return /[~/]/.test(short) ? short.replaceAll('~', '~0').replaceAll('/', '~1') : short
}

function shortened(name: string): string {
  if (name.length <= longestName) return name
  const digest = hash('sha256', name).slice(0, digestLength)
  const start = name.slice(0, longestName - digestLength)
  return (/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start) + digest
}
