import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { TimedEvent } from '../../../sigma/correlation/occurrence.ts'
import {
  buildRuleSet,
  type Correlation,
  eventOf,
  type Fields,
  type RuleSet,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'

/** An event that a rule of this name matches: second, rule, fields. */
export type TimelineEvent = readonly [second: number, rule: string, fields: Fields]

/** One line of a case file: a correlation, what happened, and when it fires for which group. */
export interface Timeline {
  readonly id: string
  readonly claim: string
  /** The `correlation` map as YAML text, over rules named ra, rb and rc. */
  readonly correlation: string
  readonly occurrences: readonly TimelineEvent[]
  readonly matches: readonly (readonly [second: number, group: readonly string[]])[]
}

export function timelinesIn(file: string): readonly Timeline[] {
  const lines = readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line): Timeline => JSON.parse(line))
}

/** Three rules that match the events of a {@link TimelineEvent}, and what else the documents add. */
export function setWith(...documents: readonly string[]): RuleSet {
  const bases = ['ra', 'rb', 'rc'].map(
    (name) =>
      `title: Rule ${name}\nname: ${name}\nlogsource: {product: windows}\ndetection: {sel: {matches: ${name}}, condition: sel}\n`,
  )
  return buildRuleSet([readRules(sourceOf('rules/set.yml', [...bases, ...documents].join('---\n')))])
}

/** The set with one more document that has this `correlation` map, and that correlation. */
export function correlating(map: string, ...documents: readonly string[]): { set: RuleSet; correlation: Correlation } {
  const set = setWith(...documents, `title: A correlation\ncorrelation: ${map}\n`)
  const correlation = set.correlations.find(({ title }) => title === 'A correlation')
  assert.ok(correlation, set.problems.map(({ code, message }) => `${code} ${message}`).join('; '))
  return { set, correlation }
}

export function timed(events: readonly TimelineEvent[]): readonly TimedEvent[] {
  return events.map(([second, rule, fields]) => ({ time: second * 1000, ...eventOf({ ...fields, matches: rule }) }))
}
