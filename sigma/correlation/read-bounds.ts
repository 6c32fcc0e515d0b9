import { correlationCondition, correlationField } from '../problems/correlation.ts'
import type { ReportProblem } from '../problems/problem.ts'
import { shown, textNode } from '../read/metadata-field.ts'
import { remarkOnYaml11 } from '../read/remark-on-yaml11.ts'
import type { Span } from '../source.ts'
import { entryOf, type YamlEntry, type YamlMap, type YamlScalar } from '../yaml/node.ts'
import type { Bound, BoundsCondition, CorrelationType } from './correlation.ts'
import { boundOperators, correlationTypes, isBoundOperator } from './correlation-types.ts'

/** Reads a condition in the form of a map (semantics 7.3). Null after a problem. */
export function readBounds(
  value: YamlMap,
  type: CorrelationType,
  span: Span,
  report: ReportProblem,
): BoundsCondition | null {
  const traits = correlationTypes[type]
  const others = [...(traits.fields === null ? [] : ['field']), ...(traits.takesPercentile ? ['percentile'] : [])]
  const strange = value.entries.filter(({ key }) => !isBoundOperator(key) && !others.includes(key))
  for (const { key, keySpan } of strange) {
    const known = [...Object.keys(boundOperators), ...others].join(', ')
    report(correlationCondition(keySpan, `the condition of ${type} has no '${key}'`, `It takes ${known}.`))
  }
  const bounds = readEach(value, report)
  if (bounds !== null && bounds.length === 0 && strange.length === 0) {
    report(correlationCondition(value.span, `the condition needs one of ${Object.keys(boundOperators).join(', ')}`))
  }
  const fields = readFields(value, type, report)
  const percentile = traits.takesPercentile ? readPercentile(value, report) : null
  if (strange.length > 0 || bounds === null || bounds.length === 0 || fields === null) return null
  if (traits.takesPercentile && percentile === null) return null
  return { kind: 'bounds', span, bounds, fields, percentile, isDefault: false }
}

function readEach(value: YamlMap, report: ReportProblem): readonly Bound[] | null {
  const entries = value.entries.filter(({ key }) => isBoundOperator(key))
  const bounds = entries.flatMap((entry) => readBound(entry, report) ?? [])
  return bounds.length < entries.length ? null : bounds
}

function readBound({ key, value, span }: YamlEntry, report: ReportProblem): Bound | null {
  const number = value.kind === 'scalar' ? finiteNumber(value) : null
  if (number !== null && isBoundOperator(key)) {
    remarkOnYaml11(value, report)
    return { operator: key, value: number, span }
  }
  report(correlationCondition(value.span, `'${key}' must be a number, got ${shown(value)}`))
  return null
}

function readFields(value: YamlMap, type: CorrelationType, report: ReportProblem): readonly string[] | null {
  const { fields } = correlationTypes[type]
  if (fields === null || fields === 'ignored') return []
  const wanted = fields === 'one' ? 'one field name' : 'a field name or a list of them'
  const node = entryOf(value, 'field')?.value
  const items = node === undefined ? [] : node.kind === 'list' ? node.items : [node]
  const names = items.flatMap((item) => textNode(item)?.text ?? []).filter((name) => name !== '')
  if (names.length > 0 && names.length === items.length && (fields === 'several' || names.length === 1)) return names
  report(correlationField(node?.span ?? value.span, type, wanted))
  return null
}

function readPercentile(value: YamlMap, report: ReportProblem): number | null {
  const node = entryOf(value, 'percentile')?.value
  const number = node?.kind === 'scalar' ? finiteNumber(node) : null
  if (number !== null && number >= 0 && number <= 100) return number
  const got = node === undefined ? 'none' : shown(node)
  report(correlationCondition(node?.span ?? value.span, `'percentile' must be a number from 0 to 100, got ${got}`))
  return null
}

function finiteNumber({ value }: YamlScalar): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
