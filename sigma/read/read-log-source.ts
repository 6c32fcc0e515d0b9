import { adviceOnKeys } from '../advice/log-source-key.ts'
import { unknownPartOf } from '../log-source/known-sources.ts'
import { describe } from '../log-source.ts'
import { badLogSource, badLogSourceValue, severalLogSources, unknownLogSource } from '../problems/metadata.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { LogSource } from '../rule/rule.ts'
import { entryOf, startOf, type YamlMap } from '../yaml/node.ts'
import { shown } from './metadata-field.ts'
import { misspelt } from './misspelt.ts'

const attributes = ['category', 'product', 'service', 'definition'] as const

/** Reads a rule's log source (semantics 1.2). Null after a problem. */
export function readLogSource(root: YamlMap, report: ReportProblem): LogSource | null {
  const entry = entryOf(root, 'logsource')
  if (entry?.value.kind !== 'map') {
    const isList = entry?.value.kind === 'list'
    report(
      isList
        ? severalLogSources(entry.value.span, null)
        : badLogSource(entry?.span ?? startOf(root), misspelt(root, ['logsource'])?.[0]),
    )
    return null
  }
  const { value } = entry
  adviceOnKeys(value).forEach(report)
  let isText = true
  const texts = attributes.map((attribute) => {
    const found = entryOf(value, attribute)?.value
    if (found === undefined) return null
    if (found.kind === 'scalar' && typeof found.value === 'string') return found.value
    const isList = found.kind === 'list' && attribute !== 'definition'
    report(isList ? severalLogSources(found.span, attribute) : badLogSourceValue(found.span, attribute, shown(found)))
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
