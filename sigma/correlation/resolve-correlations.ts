import { referenceCycle, rejectedReference } from '../problems/correlation.ts'
import type { Problem } from '../problems/problem.ts'
import type { RuleIndex } from '../references/rule-index.ts'
import { joinMeanings } from '../rule/meaning.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Correlation, CorrelationDocument } from './correlation.ts'
import { orderByReference } from './reference-order.ts'
import { type ResolvedDocument, resolveReferences } from './resolve-references.ts'

export interface ResolvedCorrelations {
  /** Each after those it refers to. */
  readonly correlations: readonly Correlation[]
  readonly problems: readonly Problem[]
}

/**
 * Looks up what correlations refer to (semantics 7.1). One whose references name no rule, several, or lead back to itself
 * is rejected, and so is one that refers to a rejected one. `meanings` are those of the detection rules, by key.
 */
export function resolveCorrelations(
  documents: readonly CorrelationDocument[],
  index: RuleIndex,
  meanings: ReadonlyMap<RuleKey, string>,
): ResolvedCorrelations {
  const problems: Problem[] = []
  const reporting =
    ({ title }: CorrelationDocument) =>
    (problem: Problem) =>
      problems.push({ ...problem, rule: title })
  const resolved = new Map<RuleKey, ResolvedDocument>()
  for (const document of documents) {
    const found = resolveReferences(document, index, reporting(document))
    if (found !== null) resolved.set(document.key, found)
  }
  const { ordered, cycles, blocked } = orderByReference(new Map([...resolved].map(([key, { rules }]) => [key, rules])))
  const titles = new Map(documents.map(({ key, title }) => [key, title]))
  for (const [key, way] of cycles) {
    const found = resolved.get(key)
    const next = found?.document.rules[found.rules.indexOf(way[1] ?? key)]
    if (found === undefined || next === undefined) continue
    reporting(found.document)(
      referenceCycle(
        next.span,
        way.map((each) => titles.get(each) ?? each),
      ),
    )
  }
  const known = new Map(meanings)
  const correlations = [...ordered, ...blocked].flatMap((key): readonly Correlation[] => {
    const found = resolved.get(key)
    if (found === undefined) return []
    const isSound = refuseRejected(found, known, reporting(found.document))
    if (!isSound) return []
    const correlation = correlationOf(found, known)
    known.set(key, correlation.meaning)
    return [correlation]
  })
  return { correlations, problems }
}

/** What is rejected has no meaning. */
function refuseRejected(
  { document, rules }: ResolvedDocument,
  meanings: ReadonlyMap<RuleKey, string>,
  report: (problem: Problem) => void,
): boolean {
  const rejected = document.rules.flatMap((reference, at) => {
    const key = rules[at]
    return key === undefined || meanings.has(key) ? [] : [{ reference, key }]
  })
  for (const { reference, key } of rejected) report(rejectedReference(reference.span, reference.text, key))
  return rejected.length === 0
}

function correlationOf(
  { document, rules, condition, aliases }: ResolvedDocument,
  meanings: ReadonlyMap<RuleKey, string>,
): Correlation {
  const { ownMeaning, ...parts } = document
  const meaning = joinMeanings([ownMeaning, ...rules.map((rule) => meanings.get(rule) ?? '')])
  return { ...parts, kind: 'correlation', rules, ruleReferences: document.rules, condition, aliases, meaning }
}
