import { adviceOnKeys } from '../advice/log-source-key.ts'
import { unknownPartOf } from '../log-source/known-sources.ts'
import { describe } from '../log-source.ts'
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
  adviceOnKeys(value).forEach(report)
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
  const unknown = unknownPartOf(logSource)
  if (unknown !== null) {
    const { span } = entryOf(value, unknown.attribute)?.value ?? value
    report(unknownLogSource(span, describe(logSource), unknown.hint))
  }
  return logSource
}
