import type { RuleReference } from '../correlation/correlation.ts'
import { textNode } from '../read/metadata-field.ts'
import type { YamlNode } from '../yaml/node.ts'

/** The ids or names that a node holds: one text, or a list of at least one. Null for anything else. */
export function readReferences(node: YamlNode): readonly RuleReference[] | null {
  const items = node.kind === 'list' ? node.items : [node]
  const texts = items.flatMap((item) => textNode(item) ?? []).filter(({ text }) => text !== '')
  return texts.length === items.length && texts.length > 0 ? texts : null
}
