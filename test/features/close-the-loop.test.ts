import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { featureText, scenarioTexts, suggestionFor } from '../../authoring/index.ts'
import { activeRules } from '../../bench/corpus.ts'
import { solve } from '../../generators/index.ts'
import { type Report, readReport } from '../../reports/index.ts'
import { partsOf, type Rule, readRules, sourceOf } from '../../sigma/index.ts'
import { type Project, temporaryProject } from '../cli/temporary-project.ts'

// Ten rules of SigmaHQ, one matching event each; then what `test --suggest` suggests is taken over until it suggests nothing.

const corpus = process.env.SIGMAPROOF_RULES
const chosen = 10
const mostRounds = 4

/** Rules with filters and without placeholders, in an order that a hash decides, under the path that they have in the project. */
function tenRules(root: string): readonly Rule[] {
  const order = ({ key }: Rule) => createHash('sha256').update(`close the loop ${key}`).digest('hex')
  return activeRules(root)
    .filter((rule) => partsOf(rule).filters.length > 0 && !rule.source.text.includes('|expand'))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1))
    .slice(0, chosen)
    .flatMap(({ key, source }) => readRules(sourceOf(`rules/${key}`, source.text)).rules)
}

/** A feature with one scenario: a matching event, stated. */
function firstFeature(rule: Rule, rules: readonly Rule[]): string {
  const answer = solve([rule], { kind: 'fires' }, { count: 1, chance: 'first', seed: 'sigmaproof' })
  const [witness] = answer.kind === 'unknown' ? [] : answer.events
  assert.ok(witness !== undefined, rule.key)
  const suggestion = suggestionFor(rule, witness, { kind: 'points', points: ['outcomes/fires'], leaf: null })
  assert.ok(suggestion !== null, rule.key)
  return featureText(
    rule,
    rules,
    scenarioTexts([suggestion]).map(({ text }) => text),
  )
}

function pathOf({ key }: Pick<Rule, 'key'>): string {
  return key.replace(/\.yml$/, '.feature')
}

test('suggestions, taken over until there are none, leave no possible point uncovered', {
  skip: corpus === undefined,
}, async (context) => {
  const rules = tenRules(corpus ?? '')
  assert.equal(rules.length, chosen)
  const project = temporaryProject(Object.fromEntries(rules.map((rule) => [rule.key, rule.source.text])))
  project.put(Object.fromEntries(rules.map((rule) => [`features/round-0/${pathOf(rule)}`, firstFeature(rule, rules)])))

  const counts: number[] = []
  let report: Report | null = null
  for (let round = 1; round <= mostRounds; round += 1) {
    const { code, stderr } = await project.run('test', '--suggest')
    assert.equal(code, 0, stderr)
    report = readReport(project.read('out/report.json'), 'out/report.json')
    const missing = report.suggestions.filter(({ scenarios }) => scenarios.length > 0)
    counts.push(missing.flatMap(({ scenarios }) => scenarios).reduce((sum, { scenarios }) => sum + scenarios, 0))
    if (missing.length === 0) break
    project.put(
      Object.fromEntries(
        missing.map(({ rule: key }) => [
          `features/round-${round}/${pathOf({ key })}`,
          project.read(`out/suggestions/${pathOf({ key })}`),
        ]),
      ),
    )
  }
  assert.ok(report !== null)
  assert.equal(counts.at(-1), 0, `rounds: ${counts.join(', ')}`)
  assert.ok((counts[0] ?? 0) > chosen, 'one event covers hardly anything')

  const points = report.rules.flatMap((rule) => rule.points.map((point) => ({ rule, point })))
  const left = points.filter(({ point }) => point.observations.length === 0 && point.impossible === null)
  const named = new Set(report.suggestions.flatMap(({ rule, open }) => open.map(({ point }) => `${rule} ${point}`)))
  assert.deepEqual(
    left.map(({ rule, point }) => `${rule.key} ${point.id}`).filter((each) => !named.has(each)),
    [],
  )
  const gaveUp = report.suggestions.flatMap(({ open }) => open)
  assert.deepEqual(
    gaveUp.filter(({ reason }) => !/gave up/.test(reason)),
    [],
  )
  assert.ok(gaveUp.length * 100 <= points.length, `${gaveUp.length} of ${points.length} points are unknown`)
  const { mutants, unknown } = await cureSurvivors(project, rules)
  const rounds = `${counts.join(', ')} scenarios in ${counts.length} rounds`
  context.diagnostic(`${points.length} points, ${gaveUp.length} unknown: ${rounds}`)
  context.diagnostic(`${mutants} mutants, ${unknown} unknown`)
})

interface Survivor {
  readonly path: string
  readonly id: string
  readonly reason: string
}

function survivorsIn(project: Project): { readonly all: number; readonly survivors: readonly Survivor[] } {
  const { files } = JSON.parse(project.read('out/mutation/mutation.json'))
  let all = 0
  const survivors: Survivor[] = []
  for (const path of Object.keys(files)) {
    for (const { id, status, statusReason } of files[path].mutants) {
      all += 1
      if (status === 'Survived' || status === 'NoCoverage') survivors.push({ path, id, reason: statusReason })
    }
  }
  return { all, survivors }
}

/** Takes over the scenario that each survivor comes with, until only mutants are left on which the solver gave up. */
async function cureSurvivors(
  project: Project,
  rules: readonly Rule[],
): Promise<{ readonly mutants: number; readonly unknown: number }> {
  const cure = /^this scenario kills it:\n\n([\s\S]+)$/
  const left: number[] = []
  for (let round = 1; round <= mostRounds; round += 1) {
    const mutated = await project.runHere('mutate')
    assert.equal(mutated.code, 0, mutated.stderr)
    const { all, survivors } = survivorsIn(project)
    const cured = survivors.filter(({ reason }) => cure.test(reason))
    left.push(cured.length)
    if (cured.length === 0) {
      assert.deepEqual(
        survivors
          .filter(({ reason }) => !/gave up/.test(reason))
          .map(({ path, id, reason }) => `${path} ${id}: ${reason}`),
        [],
      )
      assert.ok(survivors.length * 100 <= all, `${survivors.length} of ${all} mutants are unknown`)
      return { mutants: all, unknown: survivors.length }
    }
    const byPath = Map.groupBy(cured, ({ path }) => path)
    for (const rule of rules) {
      const texts = (byPath.get(rule.key) ?? []).map(({ reason }) => cure.exec(reason)?.[1] ?? '')
      project.put({ [`features/cure-${round}/${pathOf(rule)}`]: featureText(rule, rules, texts) })
    }
    const tested = await project.run('test')
    assert.equal(tested.code, 0, tested.stderr)
  }
  return assert.fail(`survivors were left: ${left.join(', ')}`)
}
