import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import {
  conditionHolds,
  evaluateRule,
  eventOf,
  type Fields,
  type Placeholders,
  readRules,
  sourceOf,
} from '../../sigma/index.ts'

/** One line of a case file: a detection, an event, and what comes of them. */
export interface SigmaCase {
  readonly id: string
  /** `match`, `no match`, or the code that rejects the rule. */
  readonly expect: string
  /** The detection map as YAML text. */
  readonly detection: string
  readonly event: Fields
  readonly placeholders?: Placeholders
  readonly claim: string
}

/** The files of cases under `cases/`. */
export const caseFiles: readonly string[] = ['semantics.ndjson', 'regex.ndjson', 'time.ndjson', 'operators.ndjson']

/** The cases of a file under `cases/`, one JSON object a line. */
export function casesIn(file: string): readonly SigmaCase[] {
  const lines = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): SigmaCase => JSON.parse(line))
}

/** What the reader and the evaluator make of a case, in the words of {@link SigmaCase.expect}. */
export function outcomeOf({ detection, event, placeholders = {} }: SigmaCase): string {
  const source = sourceOf('rules/case.yml', `title: A case\nlogsource: {product: windows}\ndetection: ${detection}\n`)
  const { rules, problems } = readRules(source, { placeholders })
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const [rule] = rules
  assert.equal(rule === undefined, errors.length > 0, 'a rule is missing exactly when an error says why')
  if (rule === undefined) return [...new Set(errors)].join(' ')
  const { matched } = evaluateRule(rule, eventOf(event)).condition
  assert.equal(conditionHolds(rule, eventOf(event)), matched, 'both ways of asking agree')
  return matched ? 'match' : 'no match'
}
