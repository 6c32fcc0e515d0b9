import {
  badAlias,
  badGenerate,
  badGroupBy,
  correlationCondition,
  correlationNotMap,
  correlationRules,
  correlationType,
  ruleListedTwice,
  strangeKey,
} from '../problems/correlation.ts'
import type { ReportProblem } from '../problems/problem.ts'
import { shown, textNode } from '../read/metadata-field.ts'
import { readReferences } from '../references/read-references.ts'
import type { Source } from '../source.ts'
import { nearestNames } from '../text/nearest-names.ts'
import { entryOf, type YamlEntry, type YamlMap } from '../yaml/node.ts'
import type {
  AliasEntry,
  CorrelationCondition,
  CorrelationDocument,
  CorrelationType,
  GroupField,
  RuleReference,
} from './correlation.ts'
import { correlationTypes, isCorrelationType } from './correlation-types.ts'
import { readBounds } from './read-bounds.ts'
import { readExpression, referencesIn } from './read-expression.ts'
import { readTimespan } from './read-timespan.ts'

type CorrelationBody = Pick<
  CorrelationDocument,
  'type' | 'typeSpan' | 'rules' | 'groupBy' | 'timespan' | 'condition' | 'aliases' | 'generate'
>

const keys: readonly string[] = ['type', 'rules', 'group-by', 'timespan', 'condition', 'aliases', 'generate']

/** Reads a document's `correlation` (semantics 7.1 and 7.3), as far as one document tells. Null after a problem. */
export function readCorrelation(
  root: YamlMap,
  entry: YamlEntry,
  source: Source,
  report: ReportProblem,
): CorrelationBody | null {
  const { value } = entry
  if (value.kind !== 'map') {
    report(correlationNotMap(value.span))
    return null
  }
  refuseStrangeKeys(value, report)
  const groupBy = readGroupBy(value, report)
  const timespan = readTimespan(entry, report)
  const aliases = readAliases(value, report)
  const generate = readGenerate(root, value, report)
  const written = readType(entry, report)
  if (written === null) return null
  const { type, typeSpan } = written
  const condition = readCondition(entry, type, source, report)
  const rules = readRuleList(entry, condition, report)
  if (groupBy === null || timespan === null || aliases === null) return null
  if (condition === 'refused' || rules === null) return null
  const defaulted = condition === 'absent' ? everyRule(entry, rules) : condition
  return { type, typeSpan, rules, groupBy, timespan, condition: defaulted, aliases, generate }
}

/** What a tool does not know it must not skip: a mistyped group-by would make one group of everything. */
function refuseStrangeKeys(value: YamlMap, report: ReportProblem): void {
  for (const { key, keySpan } of value.entries) {
    if (keys.includes(key) || key === 'timeframe') continue
    report(strangeKey(keySpan, key, keys, nearestNames(key, keys)))
  }
}

function readType(
  { value, keySpan }: YamlEntry,
  report: ReportProblem,
): Pick<CorrelationBody, 'type' | 'typeSpan'> | null {
  const node = entryOf(value, 'type')?.value
  const found = node === undefined ? undefined : textNode(node)
  if (found !== undefined && isCorrelationType(found.text)) return { type: found.text, typeSpan: found.span }
  report(
    correlationType(node?.span ?? keySpan, node === undefined ? 'none' : shown(node), Object.keys(correlationTypes)),
  )
  return null
}

function readCondition(
  { value, keySpan }: YamlEntry,
  type: CorrelationType,
  source: Source,
  report: ReportProblem,
): CorrelationCondition | 'absent' | 'refused' {
  const entry = entryOf(value, 'condition')
  const { isTemporal } = correlationTypes[type]
  if (entry === undefined) {
    if (isTemporal) return 'absent'
    report(correlationCondition(keySpan, `${type} needs a condition`, 'Write condition: and gte: 5 below it.'))
    return 'refused'
  }
  const { value: node, span } = entry
  if (node.kind === 'map') return readBounds(node, type, span, report) ?? 'refused'
  if (node.kind === 'scalar' && typeof node.value === 'string' && isTemporal) {
    const expression = readExpression(node, source, report)
    return expression === null ? 'refused' : { kind: 'expression', span, expression }
  }
  const wanted = isTemporal ? 'a map or a text over rules' : 'a map'
  report(correlationCondition(node.span, `the condition of ${type} must be ${wanted}, got ${shown(node)}`))
  return 'refused'
}

function readRuleList(
  { value, keySpan }: YamlEntry,
  condition: CorrelationCondition | 'absent' | 'refused',
  report: ReportProblem,
): readonly RuleReference[] | null {
  const node = entryOf(value, 'rules')?.value
  if (node === undefined && typeof condition === 'object' && condition.kind === 'expression') {
    return distinct([...referencesIn(condition.expression)])
  }
  const rules = node === undefined ? null : readReferences(node)
  if (rules === null) {
    report(correlationRules(node?.span ?? keySpan))
    return null
  }
  const kept = new Set(distinct(rules))
  const twice = rules.filter((rule) => !kept.has(rule))
  for (const { text, span } of twice) report(ruleListedTwice(span, text))
  return twice.length > 0 ? null : rules
}

/** The first of each spelling, in the order written. */
function distinct(references: readonly RuleReference[]): readonly RuleReference[] {
  const seen = new Set<string>()
  return references.filter(({ text }) => {
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

/** What temporal types ask for without a condition: all of the rules. */
function everyRule({ value, span }: YamlEntry, rules: readonly RuleReference[]): CorrelationCondition {
  const place = entryOf(value, 'rules')?.span ?? span
  const bounds = [{ operator: 'gte', value: rules.length, span: place } as const]
  return { kind: 'bounds', span: place, bounds, fields: [], percentile: null, isDefault: true }
}

function readGroupBy(value: YamlMap, report: ReportProblem): readonly GroupField[] | null {
  const node = entryOf(value, 'group-by')?.value
  if (node === undefined) return []
  const items = node.kind === 'list' ? node.items : [node]
  const fields = items.flatMap((item) => textNode(item) ?? []).filter(({ text }) => text !== '')
  if (fields.length < items.length) {
    report(badGroupBy(node.span))
    return null
  }
  return fields.map(({ text, span }) => ({ field: text, span }))
}

function readAliases(value: YamlMap, report: ReportProblem): readonly AliasEntry[] | null {
  const node = entryOf(value, 'aliases')?.value
  if (node === undefined) return []
  const expected = 'is expected: each alias, and below it a field name for each rule'
  if (node.kind !== 'map') {
    report(badAlias(node.span, `'aliases': a map ${expected}`))
    return null
  }
  let isSound = true
  const aliases = node.entries.flatMap(({ key: alias, value: fields }): readonly AliasEntry[] => {
    const entries = fields.kind === 'map' ? fields.entries : []
    const read = entries.flatMap(({ key, keySpan, value: field }) => {
      const text = textNode(field)?.text ?? ''
      return text === '' ? [] : [{ alias, rule: { text: key, span: keySpan }, field: text }]
    })
    if (fields.kind === 'map' && read.length === entries.length) return read
    report(badAlias(fields.span, `'${alias}': a map ${expected}`))
    isSound = false
    return []
  })
  return isSound ? aliases : null
}

/** The specification has it at the top of the document, pySigma inside `correlation`. */
function readGenerate(root: YamlMap, value: YamlMap, report: ReportProblem): boolean {
  const said = [entryOf(root, 'generate'), entryOf(value, 'generate')].flatMap((entry) => entry ?? [])
  const answers = said.map(({ value: node }) => {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
    report(badGenerate(node.span, `must be true or false, got ${shown(node)}`))
    return false
  })
  const [first = false, second = first] = answers
  const last = said.at(-1)
  if (first !== second && last !== undefined) report(badGenerate(last.span, 'is said twice, and differently'))
  return first
}
