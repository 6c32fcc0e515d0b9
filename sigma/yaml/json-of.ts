import type { Json } from '../events/event.ts'
import type { YamlNode } from './node.ts'

/** A YAML node as plain JSON; numbers that JSON has not are their source text. */
export function jsonOf(node: YamlNode): Json {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'number' && !Number.isFinite(node.value) ? node.text : node.value
    case 'list':
      return node.items.map(jsonOf)
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, jsonOf(value)]))
  }
}
