export { byCodeUnit } from './by-code-unit.ts'
export { canonicalText } from './canonical-text.ts'
export { codeFrame } from './code-frame.ts'
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
export {
  type Event,
  type Fields,
  fieldValue,
  isList,
  isObject,
  type Json,
  type JsonObject,
  membersOf,
} from './event.ts'
export { fieldsFor } from './events/category-names.ts'
export { eventDataFields, placedEvent } from './events/windows-event.ts'
export { explainCorrelation } from './explain/explain-correlation.ts'
export { explainJudgement } from './explain/explain-judgement.ts'
export { inWords, shownValue, verdictInWords } from './explain/words.ts'
export type { FilterDocument } from './filters/filter.ts'
export { flattenEvent } from './flatten-event.ts'
export { formatProblem } from './format-problem.ts'
export { inertLines, inertXml } from './inert-lines.ts'
export {
  closesGap,
  culpritsAtLevelOf,
  type Expectation,
  expectationHolds,
  isAsWished,
  meets,
  namesOwnParts,
} from './judge/expectation.ts'
export { firesVia, judge, judgeVerdict } from './judge/judge.ts'
export { mixedLevels, partsOf } from './judge/parts.ts'
export { fitsLogSource } from './log-source.ts'
export { evaluateRule } from './logic/evaluate.ts'
export { conditionHolds, firesOn, treeHolds } from './logic/fires-on.ts'
export { answersOn, holdsWhen, type LeafAnswers, treeHoldsWhen } from './logic/leaf-answers.ts'
export { leafMatches } from './logic/leaf-matches.ts'
export { suppressorsWhen } from './logic/verdict-when.ts'
export { meaningOf, meaningOfAll } from './meaning.ts'
export { namesWritten } from './names-written.ts'
export { nearestNames } from './nearest-names.ts'
export { listedUpTo, nearestOrKnown } from './nearest-or-known.ts'
export { eventOf, type Origin, originIn, originNames } from './origin.ts'
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
  type Regex,
  type Test,
  type TestOf,
  type TimePart,
} from './predicate.ts'
export {
  type ErrorCode,
  errorCodes,
  type Problem,
  type ProblemCode,
  type Severity,
  type WarningCode,
  warningCodes,
} from './problem.ts'
export { problemKinds } from './problems/problem-kinds.ts'
export { type RuleReading, readRules } from './read-rules.ts'
export { rereaderOf } from './reread/rereader.ts'
export type { Level, LogSource, Role, Rule, RuleKey, SearchIdentifier, Status } from './rule.ts'
export { buildRuleSet, type RuleSet, unreportedBy } from './rule-set.ts'
export { safeJson } from './safe-json.ts'
export { positionOf, type Source, type Span, sourceOf } from './source.ts'
export { type AgainstBaseline, againstBaseline, type BaselineEntry, baselineOf } from './suppression/baseline.ts'
export { ignorableCode } from './suppression/ignorable-code.ts'
export { suppress } from './suppression/suppress.ts'
export type { Ignore, SuppressedProblem, Suppression } from './suppression/suppression.ts'
export { type Exact, exactOf, isSame, lowered, movedBy } from './values/exact-number.ts'
export { fold } from './values/fold.ts'
export { networkContains, networkOf } from './values/network.ts'
export { parsePattern, printPattern } from './values/pattern.ts'
export type { Placeholders } from './values/placeholders.ts'
export { goesOnAfterEnd } from './values/regex.ts'
export { numberOf, textOf } from './values/text-of.ts'
export type { Evidence, Judgement, Verdict } from './verdict.ts'
export { visibleLines, visibleText } from './visible-text.ts'
export type { YamlNode } from './yaml/node.ts'
export { readYaml } from './yaml/read-yaml.ts'
