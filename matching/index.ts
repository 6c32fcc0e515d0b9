export { correlationsOver, type FiredCorrelation } from './correlation-matches.ts'
export { type EventMatches, type RuleMatch, replayOf } from './event-matches.ts'
export type { Matcher } from './matcher.ts'
export { referenceMatcher } from './reference-matcher.ts'
