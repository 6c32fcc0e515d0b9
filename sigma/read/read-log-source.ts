import { describe, isKnownLogSource } from '../log-source.ts'
import type { Report } from '../problem.ts'
import { badLogSource, badLogSourceValue, unknownLogSource } from '../problems/metadata.ts'
import type { LogSource } from '../rule.ts'
import { entryOf, type YamlMap } from '../yaml/node.ts'

const attributes = ['category', 'product', 'service', 'definition'] as const

/** Reads a rule's log source (semantics 1.2). Null after a problem. */
export function readLogSource(root: YamlMap, report: Report): LogSource | null {
  const entry = entryOf(root, 'logsource')
  if (entry?.value.kind !== 'map') {
    report(badLogSource(entry?.span ?? { ...root.span, end: root.span.start }))
    return null
  }
  const { value } = entry
  let isText = true
  const texts = attributes.map((attribute) => {
    const found = entryOf(value, attribute)?.value
    if (found === undefined) return null
    if (found.kind === 'scalar' && typeof found.value === 'string') return found.value
    report(badLogSourceValue(found.span, attribute))
    isText = false
    return null
  })
  const [category = null, product = null, service = null] = texts
  if (!isText) return null
  if (category === null && product === null && service === null) {
    report(badLogSource(value.span))
    return null
  }
  const logSource = { category, product, service, span: value.span }
  if (!isKnownLogSource(logSource)) report(unknownLogSource(value.span, describe(logSource)))
  return logSource
}
