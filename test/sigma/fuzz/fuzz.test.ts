import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  type Event,
  evaluateRule,
  eventOf,
  explainJudgement,
  type Fields,
  flattenEvent,
  formatProblem,
  judge,
  judgeCorrelations,
  leavesOf,
  nodesOf,
  partsOf,
  type Rule,
  type RuleSet,
  readRules,
  sourceOf,
} from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { casesIn } from '../sigma-case.ts'
import { hostileEvent } from './hostile-event.ts'
import { hostileRegex } from './hostile-regex.ts'
import { mutatedRule } from './mutated-rule.ts'
import { randomDocuments } from './random-document.ts'
import { ruleTexts } from './rule-texts.ts'
import { runs } from './runs.ts'

const placeholders = { x: ['a', 'b*', 5], y: ['(a|b)+'] }

/** As sigma/compile/text-test.ts and sigma/yaml/compose.ts have them. */
const alternativeLimit = 10_000
const aliasLimit = 100

const events: readonly Fields[] = [
  {},
  { A: 'x', Image: 'C:\\Windows\\x.exe', CommandLine: '-enc a', EventID: 1 },
  { A: [null, 'x', { b: [] }], a: [{ b: 'evil' }], B: '2024-02-30T25:61', 'a.b': 5, EventID: '3' },
]

const read = events.map(eventOf)
const timed = [...read, ...read, ...read].map((event, at) => ({ time: at * 1000, ...event }))

/** What is promised of every text, whatever it is. */
function holdsFor(text: string): RuleSet {
  const source = sourceOf('rules/a.yml', text)
  const set = buildRuleSet([readRules(source, { placeholders })])
  const { rules, problems } = set
  for (const problem of problems) {
    const { start, end, path } = problem.span
    assert.ok(path === source.path && 0 <= start && start <= end && end <= source.text.length, problem.code)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    assert.doesNotMatch(formatProblem(problem, source), /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/)
  }
  assert.ok(problems.length <= text.length * 2 + 10)
  for (const rule of rules) isBounded(rule, text)
  const judgements = judgeCorrelations(set, timed)
  for (const { key } of set.correlations) assert.ok((judgements.get(key)?.matches.length ?? 0) <= timed.length * 9)
  const again = buildRuleSet([readRules(source, { placeholders })])
  assert.deepEqual(namesAndMeanings(again), namesAndMeanings(set))
  return set
}

function namesAndMeanings({ rules, correlations }: RuleSet): readonly (readonly [string, string])[] {
  return [...rules, ...correlations].map(({ key, meaning }) => [key, meaning])
}

function isBounded(rule: Rule, text: string): void {
  const nodes = rule.identifiers.flatMap(({ predicate }) => [...nodesOf(predicate)])
  const mostNodes = (aliasLimit + 1) * (text.length + 1)
  assert.ok(nodes.length <= mostNodes, `${nodes.length} nodes`)
  assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length)
  for (const { id } of nodes) assert.ok(id.length <= 2_000, id)
  for (const leaf of rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])) {
    if ('alternatives' in leaf.test) assert.ok(leaf.test.alternatives.length <= alternativeLimit)
  }
}

/** What is promised of every rule and every event: an answer, and the same answer from whoever is asked. */
function isAnswered(rule: Rule, event: Event): void {
  const judgement = judge(rule, event)
  const { condition } = evaluateRule(rule, event)
  const { kind } = judgement.verdict
  assert.ok(kind === 'wrong-log-source' || (kind === 'fires') === condition.matched)
  assert.ok(judgement.decisive.size <= rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]).length)
}

describe('whatever stands in a file of rules', () => {
  test('a rule that somebody edited badly is read or refused', () => {
    fc.assert(
      fc.property(mutatedRule(ruleTexts()), (text) => {
        for (const rule of holdsFor(text).rules) for (const event of read) isAnswered(rule, event)
      }),
      runs(1_000),
    )
  })

  test('documents of every wrong shape are read or refused', () => {
    let accepted = 0
    let correlated = 0
    fc.assert(
      fc.property(randomDocuments, (text) => {
        const { rules, correlations } = holdsFor(text)
        for (const rule of rules) for (const event of read) isAnswered(rule, event)
        accepted += rules.length
        correlated += correlations.length
      }),
      runs(2_000),
    )
    assert.ok(accepted > 0 && correlated > 0)
  })

  test('a hostile regular expression is refused, or answers a long text', () => {
    let accepted = 0
    fc.assert(
      fc.property(hostileRegex, fc.constantFrom('a', 'ab', 'aab\n', 'é'), fc.nat(2_000), (regex, unit, times) => {
        const detection = JSON.stringify({ s: { 'A|re': regex }, condition: 's' })
        const text = `title: A\nlogsource: {product: windows}\ndetection: ${detection}\n`
        for (const rule of holdsFor(text).rules) {
          accepted += 1
          isAnswered(rule, eventOf({ A: unit.repeat(times) }))
        }
      }),
      runs(500),
    )
    assert.ok(accepted > 0)
  })
})

/** Every rule that the conformance cases hold: each operator in every form. */
const rules = [...new Set(casesIn('semantics.ndjson').map(({ detection }) => detection))].flatMap(
  (detection) =>
    readRules(sourceOf('rules/a.yml', `title: A\nlogsource: {product: windows}\ndetection: ${detection}\n`)).rules,
)

describe('whatever stands in an event', () => {
  test('every rule answers, in evidence and in words', () => {
    assert.ok(rules.length > 100)
    fc.assert(
      fc.property(hostileEvent, fc.nat(rules.length - 1), ({ json }, first) => {
        const event = flattenEvent(json)
        // Coprime to the number of rules or not, a stride visits rules of every section over the runs.
        for (let at = first; at < rules.length; at += 37) {
          const rule = rules[at]
          if (rule === undefined) continue
          isAnswered(rule, event)
          const { identifiers } = partsOf(rule)
          assert.ok(explainJudgement(rule, event, judge(rule, event), identifiers).length < 1_000_000)
        }
      }),
      runs(300),
    )
  })
})
