import type { RuleKey } from '../../../sigma/index.ts'
import type { MutantResult } from './mutant-result.ts'

/** Results of an earlier run, by document, with the key of what they depend on. */
export type KeptResults = ReadonlyMap<RuleKey, SubjectResults>

export interface SubjectResults {
  /** What `mutationKeyOf` gave. */
  readonly key: string
  readonly results: readonly MutantResult[]
}

/** Results as JSON, to be kept from one run to the next. */
export function jsonOfResults(results: KeptResults): object {
  return Object.fromEntries(results)
}

/** The results in such JSON. What is none is left out: it will be judged again. */
export function resultsIn(json: unknown): KeptResults {
  if (typeof json !== 'object' || json === null) return new Map()
  return new Map(Object.entries(json).flatMap(([key, kept]) => (isSubjectResults(kept) ? [[key, kept] as const] : [])))
}

function isSubjectResults(value: unknown): value is SubjectResults {
  return (
    isRecord(value) && typeof value.key === 'string' && Array.isArray(value.results) && value.results.every(isResult)
  )
}

const states: ReadonlySet<unknown> = new Set<MutantResult['state']['kind']>([
  'killed',
  'survived',
  'no-coverage',
  'ignored',
  'compile-error',
])

/** The file is sealed by whoever kept it; this is for one of another shape. */
function isResult(value: unknown): boolean {
  return isRecord(value) && isRecord(value.mutant) && isRecord(value.state) && states.has(value.state.kind)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
