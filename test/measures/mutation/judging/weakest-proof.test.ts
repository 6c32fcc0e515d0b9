import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeMutants, suiteOf } from '../../../../measures/index.ts'
import { buildRuleSet, readRules, sourceOf } from '../../../../sigma/index.ts'
import { anEvent, anObservation } from '../../observation-factory.ts'

const head = 'logsource:\n    category: network_connection\n    product: windows\n'
const filterText = `title: Backup
${head}filter:
    rules: any
    selection:
        Initiated: 'true'
        DestinationPort: 22
    condition: not selection
`
/** With the one rule no event tells the mutant apart; with the other none that Sysmon writes. */
const ofLogic = "Initiated: 'true'"
const ofSource = 'SourcePort: 1'

const orders: readonly (readonly [string, readonly string[], 'logic' | 'source'])[] = [
  ['by logic alone', [ofLogic], 'logic'],
  ['of the log source alone', [ofSource], 'source'],
  ['by logic, then of the log source', [ofLogic, ofSource], 'source'],
  ['of the log source, then by logic', [ofSource, ofLogic], 'source'],
]
for (const [what, entries, world] of orders) {
  test(`a mutant of a filter document that is proved the same ${what} is so in the world ${world}`, () => {
    const rules = entries.map((entry, index) =>
      sourceOf(
        `rules/${index}.yml`,
        `title: R${index}\n${head}detection:\n    selection:\n        ${entry}\n    condition: selection\n`,
      ),
    )
    const set = buildRuleSet([...rules, sourceOf('filters/backup.yml', filterText)].map((source) => readRules(source)))
    const [filter] = set.readings.flatMap(({ filters }) => filters)
    assert.ok(filter !== undefined && set.rules.length === entries.length)
    const observations = set.rules.map((rule) => anObservation(rule, { kind: 'silent' }, [anEvent({ SourcePort: 2 })]))
    const scenario = { uri: 'features/a.feature', line: 3, name: 'S', observations, statements: [] }
    const options = { seed: 'sigmaproof', placeholders: {} }
    const results = [...judgeMutants(suiteOf(set, [scenario]), filter, options)]
    const state = results.find(({ mutant }) => mutant.id === 'swap-anchor/selection/Initiated/endswith')?.state
    assert.ok(state?.kind === 'ignored', JSON.stringify(state))
    assert.equal(state.world, world)
  })
}
