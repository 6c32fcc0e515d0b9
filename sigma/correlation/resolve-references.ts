import {
  ambiguousReference,
  badAlias,
  correlationCondition,
  ruleListedTwice,
  unknownReference,
} from '../problems/correlation.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { RuleIndex } from '../references/rule-index.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Correlation, CorrelationDocument, RuleExpression, RuleReference } from './correlation.ts'
import { referencesIn } from './read-expression.ts'

/** A document whose references are keys. Whether those rules can be judged is not said yet. */
export interface ResolvedDocument extends Pick<Correlation, 'rules' | 'condition' | 'aliases'> {
  readonly document: CorrelationDocument
}

/** Looks up the references of a document (semantics 7.1 and 7.3). Null after a problem. */
export function resolveReferences(
  document: CorrelationDocument,
  index: RuleIndex,
  report: ReportProblem,
): ResolvedDocument | null {
  const keyOf = lookUp(document, index, report)
  const rules = document.rules.map(keyOf)
  const listed = new Map<RuleKey, RuleReference>()
  for (const [at, reference] of document.rules.entries()) {
    const key = rules[at] ?? null
    if (key === null) continue
    if (listed.has(key)) report(ruleListedTwice(reference.span, reference.text))
    else listed.set(key, reference)
  }
  const isSound = listed.size === rules.length
  const condition = isSound ? resolveCondition(document, listed, keyOf, report) : null
  const aliases = resolveAliases(document, isSound ? listed : null, index, report)
  if (condition === null || aliases === null) return null
  return { document, rules: [...listed.keys()], condition, aliases }
}

type KeyOf = (reference: RuleReference) => RuleKey | null

/** A reference that names no rule or several is reported where it stands first. */
function lookUp(document: CorrelationDocument, index: RuleIndex, report: ReportProblem): KeyOf {
  const known = new Map<string, RuleKey | null>()
  return ({ text, span }) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = index.nearest(text, document.source.path)
    const [only] = found
    const isOne = only !== undefined && found.length === 1
    known.set(text, isOne ? only.key : null)
    if (isOne) return only.key
    if (only === undefined) report(unknownReference(span, text, index.hintFor(text)))
    else
      report(
        ambiguousReference(
          span,
          text,
          found.map(({ key }) => key),
        ),
      )
    return null
  }
}

function resolveCondition(
  { condition }: CorrelationDocument,
  listed: ReadonlyMap<RuleKey, RuleReference>,
  keyOf: KeyOf,
  report: ReportProblem,
): Correlation['condition'] | null {
  if (condition.kind === 'bounds') return condition
  const used = new Set<RuleKey>()
  let isSound = true
  for (const reference of referencesIn(condition.expression)) {
    const key = keyOf(reference)
    if (key !== null) used.add(key)
    if (key !== null && listed.has(key)) continue
    isSound = false
    if (key !== null) report(correlationCondition(reference.span, `'${reference.text}' is not among 'rules'`))
  }
  for (const [key, { text, span }] of listed) {
    if (used.has(key)) continue
    isSound = false
    report(correlationCondition(span, `the condition does not use '${text}'`))
  }
  return isSound ? { ...condition, expression: withKeys(condition.expression, keyOf) } : null
}

function withKeys(expression: RuleExpression, keyOf: KeyOf): RuleExpression {
  switch (expression.kind) {
    case 'all':
    case 'any':
      return { ...expression, children: expression.children.map((child) => withKeys(child, keyOf)) }
    case 'not':
      return { ...expression, child: withKeys(expression.child, keyOf) }
    case 'rule':
      return { ...expression, rule: keyOf({ text: expression.rule, span: expression.span }) ?? expression.rule }
  }
}

function resolveAliases(
  { aliases, source }: CorrelationDocument,
  listed: ReadonlyMap<RuleKey, RuleReference> | null,
  index: RuleIndex,
  report: ReportProblem,
): Correlation['aliases'] | null {
  const resolved = new Map<string, Map<RuleKey, string>>()
  let isSound = true
  for (const { alias, rule, field } of aliases) {
    const found = index.nearest(rule.text, source.path)
    const key = found.map((document) => document.key).find((each) => listed?.has(each) ?? true)
    const fields = resolved.get(alias) ?? new Map<RuleKey, string>()
    resolved.set(alias, fields)
    if (key !== undefined && !fields.has(key)) fields.set(key, field)
    else {
      const fault = found.length === 0 ? 'names no rule' : 'is not among the rules'
      const detail = key === undefined ? fault : 'is given a field twice'
      report(
        badAlias(rule.span, `'${alias}': '${rule.text}' ${detail}`, found.length === 0 ? index.hintFor(rule.text) : ''),
      )
      isSound = false
    }
  }
  return isSound ? resolved : null
}
