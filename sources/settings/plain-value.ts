import type { Span, YamlNode } from '../../sigma/index.ts'

/** A node as plain data: maps as objects, lists as arrays. */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(plainValue)
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]))
  }
}

/** Where the value that these keys lead to stands, or the last key itself; the deepest that is there. Items of a list count from 0. */
export function spanAt(node: YamlNode, keys: readonly string[], about: 'key' | 'value'): Span {
  const [key, ...others] = keys
  const item = node.kind === 'list' && key !== undefined ? node.items[Number(key)] : undefined
  if (item !== undefined) return spanAt(item, others, about)
  const entry = node.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined
  if (entry === undefined) return node.kind === 'scalar' ? node.span : { ...node.span, end: node.span.start }
  return others.length === 0 && about === 'key' ? entry.keySpan : spanAt(entry.value, others, about)
}
