import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featureText, scenarioTexts, suggestionsFor } from '../../../authoring/index.ts'
import { activeRules } from '../../../bench/corpus.ts'
import { cover, parseObservation, pointsOf, type Suggestion } from '../../../measures/index.ts'
import { type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { runProject } from '../../steps/run-feature.ts'

const seed = 'sigmaproof'

interface Trial {
  readonly rule: Rule
  readonly suggestions: readonly Suggestion[]
}

interface TrialResult {
  /** What is wrong with the scenarios as the real suite ran them. */
  readonly faults: readonly string[]
  readonly covered: ReadonlyMap<string, ReadonlySet<string>>
}

/** Prints the suggestions, runs what is printed by the real suite, and measures what it has shown. */
async function resultOf(trials: readonly Trial[], runSeed: string): Promise<TrialResult> {
  const rules = trials.map(({ rule }) => rule)
  const features = trials.map(({ rule, suggestions }, index) => {
    const texts = scenarioTexts(suggestions).map(({ text }) => text)
    return [`features/trial-${index}.feature`, featureText(rule, rules, texts)] as const
  })
  const files = {
    ...Object.fromEntries(features),
    ...Object.fromEntries(rules.map((rule) => [rule.key, rule.source.text])),
  }
  const results = await runProject({ files, settings: { seed: runSeed, strict: false } })
  const wanted = trials.reduce((sum, { suggestions }) => sum + suggestions.length, 0)
  const failed = results
    .filter(({ status }) => status !== 'PASSED')
    .map(({ name, messages }) => `${name}: ${messages.join('\n')}`)
  const observations = results.flatMap(({ status, observations: bodies }) =>
    bodies.map((body) => ({
      // The suite's project lies elsewhere than this process runs.
      observation: parseObservation(
        JSON.stringify({ ...body, rule: body.rule.replace(/^.*?(?=rules\/)/, '') }),
        'trial',
      ),
      passed: status === 'PASSED',
    })),
  )
  const { rules: coverage } = cover({ rules, correlations: [] }, observations)
  const covered = new Map(
    coverage.map(({ rule, points }) => [
      rule,
      new Set(points.filter(({ coveredBy }) => coveredBy.length > 0).map(({ point }) => point.id)),
    ]),
  )
  const unkept = trials.flatMap(({ rule, suggestions }) =>
    suggestions
      .flatMap(({ covers }) => covers)
      .filter((id) => covered.get(rule.key)?.has(id) !== true)
      .map((id) => `${rule.key} does not cover ${id}`),
  )
  const names = results.flatMap(({ name, observations: [first] }) => (first ? [`${first.scenario.uri}: ${name}`] : []))
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  const count = results.length === wanted ? [] : [`${results.length} scenarios ran instead of ${wanted}`]
  return { faults: [...count, ...repeated, ...failed, ...unkept], covered }
}

/** The corpus rule under a path that the suite's project has. */
function inProject(rule: Rule): readonly Rule[] {
  const names = [...rule.source.text.matchAll(/%([\w.-]+)%/g)]
  return names.length > 0 ? [] : readRules(sourceOf(`rules/${rule.key}`, rule.source.text)).rules
}

const corpus = process.env.SIGMAPROOF_RULES
const isLong = process.env.SIGMAPROOF_LONG === '1'

test('what is suggested for SigmaHQ rules runs as it is, and covers what it says', {
  skip: corpus === undefined,
}, async () => {
  const step = isLong ? 12 : 120
  const rules = activeRules(corpus ?? '')
    .filter((_, index) => index % step === 5)
    .flatMap(inProject)
  const trials = rules.map((rule): Trial & { readonly open: ReadonlySet<string> } => {
    const { suggestions, open } = suggestionsFor(rule, pointsOf(rule), { seed, most: 60 })
    return { rule, suggestions, open: new Set(open.map(({ point }) => point.id)) }
  })
  assert.ok(trials.length > 15)
  for (const runSeed of [seed, 'another seed']) {
    const { faults, covered } = await resultOf(trials, runSeed)
    assert.deepEqual(faults, [])
    for (const { rule, open } of trials) {
      const missing = pointsOf(rule).filter(({ id }) => !open.has(id) && covered.get(rule.key)?.has(id) !== true)
      assert.deepEqual(
        missing.map(({ id }) => `${rule.key} ${id}`),
        [],
      )
    }
  }
})
