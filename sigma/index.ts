export { fieldNamed } from './compile/field-key.ts'
export { correlate, occurrenceOf } from './correlation/correlate.ts'
export type {
  Bound,
  BoundOperator,
  Correlation,
  CorrelationCondition,
  CorrelationDocument,
  CorrelationType,
  GroupField,
  RuleExpression,
} from './correlation/correlation.ts'
export { type CorrelationExpectation, correlationMeets } from './correlation/correlation-expectation.ts'
export {
  type CorrelationJudgement,
  type CorrelationMatch,
  type GroupJudgement,
  occurrencesIn,
} from './correlation/correlation-judgement.ts'
export { boundHolds, slides } from './correlation/gauge.ts'
export { judgeCorrelation, judgeCorrelations } from './correlation/judge-correlation.ts'
export type { Occurrence } from './correlation/occurrence.ts'
export { whatIsMissing } from './correlation/what-is-missing.ts'
export { fieldsFor } from './events/category-names.ts'
export {
  type Event,
  type Fields,
  fieldValue,
  isList,
  isObject,
  type Json,
  type JsonObject,
  membersOf,
} from './events/event.ts'
export { flattenEvent } from './events/flatten-event.ts'
export { eventOf, type Origin, originIn, originNames } from './events/origin.ts'
export { eventDataFields, placedEvent } from './events/windows-event.ts'
export { explainCorrelation } from './explain/explain-correlation.ts'
export { explainJudgement } from './explain/explain-judgement.ts'
export { inWords, shownValue, verdictInWords } from './explain/words.ts'
export type { FilterDocument } from './filters/filter.ts'
export {
  closesGap,
  culpritsAtLevelOf,
  type Expectation,
  expectationHolds,
  hasWantedOutcome,
  meets,
  namesOwnParts,
} from './judge/expectation.ts'
export { firesVia, judge, judgeVerdict } from './judge/judge.ts'
export { mixedLevels, partsOf } from './judge/parts.ts'
export type { Evidence, Judgement, Verdict } from './judge/verdict.ts'
export { fitsLogSource } from './log-source.ts'
export { evaluateRule } from './logic/evaluate.ts'
export { conditionHolds, firesOn, treeHolds } from './logic/fires-on.ts'
export { foldCondition, foldTree, referred } from './logic/fold.ts'
export { answersOn, holdsWhen, keptAnswersOf, type LeafAnswers, treeHoldsWhen } from './logic/leaf-answers.ts'
export { leafMatches } from './logic/leaf-matches.ts'
export { suppressorsWhen } from './logic/verdict-when.ts'
export { formatProblem } from './problems/format-problem.ts'
export {
  type ErrorCode,
  errorCodes,
  type Problem,
  type ProblemCode,
  type Severity,
  type WarningCode,
  warningCodes,
} from './problems/problem.ts'
export { problemKinds } from './problems/problem-kinds.ts'
export { type RuleReading, readRules } from './read/read-rules.ts'
export { rereaderOf } from './reread/rereader.ts'
export { meaningOf, meaningOfAll } from './rule/meaning.ts'
export {
  type All,
  type Anchor,
  type Any,
  childrenOf,
  type Key,
  type Leaf,
  leavesOf,
  type Network,
  type NodeId,
  nodesOf,
  type Operator,
  type Pattern,
  type PatternPart,
  type Predicate,
  type Reference,
  type Regex,
  type Test,
  type TestOf,
  type TimePart,
} from './rule/predicate.ts'
export type { Level, LogSource, Role, Rule, RuleKey, SearchIdentifier, Status } from './rule/rule.ts'
export { buildRuleSet, type RuleSet, unreportedBy } from './rule/rule-set.ts'
export { positionOf, type Source, type Span, sourceOf } from './source.ts'
export { type AgainstBaseline, againstBaseline, type BaselineEntry, baselineOf } from './suppression/baseline.ts'
export { ignorableCode } from './suppression/ignorable-code.ts'
export { suppress } from './suppression/suppress.ts'
export type { Ignore, SuppressedProblem, Suppression } from './suppression/suppression.ts'
export { byCodeUnit } from './text/by-code-unit.ts'
export { canonicalText } from './text/canonical-text.ts'
export { codeFrame } from './text/code-frame.ts'
export { inertLines, inertXml } from './text/inert-lines.ts'
export { namesWritten } from './text/names-written.ts'
export { nearestNames } from './text/nearest-names.ts'
export { listedUpTo, nearestOrKnown } from './text/nearest-or-known.ts'
export { safeJson } from './text/safe-json.ts'
export { visibleLines, visibleText } from './text/visible-text.ts'
export { type Exact, exactOf, isSame, lowered, movedBy } from './values/exact-number.ts'
export { fold } from './values/fold.ts'
export { networkContains, networkOf } from './values/network.ts'
export { parsePattern, printPattern } from './values/pattern.ts'
export type { Placeholders } from './values/placeholders.ts'
export { goesOnAfterEnd } from './values/regex.ts'
export { numberOf, textOf } from './values/text-of.ts'
export type { YamlNode } from './yaml/node.ts'
export { readYaml } from './yaml/read-yaml.ts'
