import { scenarioTexts } from '../../../authoring/index.ts'
import type { MutantState, Suggestion } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import type {
  MutantReport,
  MutationReport,
  MutationScenario,
  RuleMutationReport,
} from '../../mutation/mutation-report.ts'
import { operatorWords } from './operator-words.ts'
import { shownEdit } from './shown-edit.ts'
import { titleWords } from './title-words.ts'

/** The report by the public mutation testing report schema, version 2: what its viewer, and others, read. */
export function mutationDocument({ thresholds, rules, scenarios, features }: MutationReport, version: string): object {
  const files = Map.groupBy(rules, ({ path }) => path)
  const tests = Map.groupBy(scenarios, ({ uri }) => uri)
  const ids = idsOf(scenarios)
  return {
    $schema: 'https://git.io/mutation-testing-schema',
    schemaVersion: '2.0',
    framework: { name: 'sigmaproof', version },
    thresholds: { high: thresholds.high, low: thresholds.low },
    files: Object.fromEntries([...files].map(([path, own]) => [path, fileOf(own, ids)])),
    testFiles: Object.fromEntries([...tests].map(([uri, own]) => [uri, testFileOf(own, ids, features.get(uri))])),
  }
}

/** A place in a file that is not there would be shown as an empty page. */
function testFileOf(scenarios: readonly MutationScenario[], ids: TestIds, source: string | undefined): object {
  const tests = scenarios.map((scenario) => ({ id: ids(placeOf(scenario)), name: visibleText(scenario.name) }))
  if (source === undefined) return { tests }
  return {
    source,
    tests: tests.map((each, index) => ({
      ...each,
      location: { start: { line: scenarios[index]?.line ?? 1, column: 1 } },
    })),
  }
}

function fileOf(rules: readonly RuleMutationReport[], ids: TestIds): object {
  return {
    language: 'yaml',
    source: rules[0]?.text ?? '',
    mutants: rules.flatMap((rule) => rule.mutants.map((mutant) => mutantOf(rule, mutant, ids))),
  }
}

function mutantOf(rule: RuleMutationReport, mutant: MutantReport, ids: TestIds): object {
  const { key, path, author, text } = rule
  const { id, operator, state } = mutant
  const by = author === null ? '' : ` by ${visibleText(author)}`
  const reason = reasonOf(rule, state)
  return {
    id: key === path ? `${path} ${id}` : `${key} ${id}`,
    mutatorName: operator,
    description: `${operatorWords[operator]} in ${titleWords(rule)}${by}`,
    ...shownEdit(text, mutant),
    status: statusOf[state.kind],
    ...(reason === null ? {} : { statusReason: reason }),
    ...testsOf(rule, state, ids),
  }
}

const statusOf: Readonly<Record<MutantState['kind'], string>> = {
  killed: 'Killed',
  survived: 'Survived',
  'no-coverage': 'NoCoverage',
  ignored: 'Ignored',
  'compile-error': 'CompileError',
}

function reasonOf({ kind, key }: RuleMutationReport, state: MutantState): string | null {
  switch (state.kind) {
    case 'killed':
      return null
    case 'survived':
      if (state.limit !== null)
        return `no event was found that tells it from the rule: gave up ${visibleText(state.limit)}`
      return state.suggestion === null ? 'an event tells it from the rule' : killerText(key, state.suggestion)
    case 'no-coverage':
      return kind === 'filter' ? 'no scenario is about a rule that it applies to' : 'no scenario is about the rule'
    case 'ignored':
      return `proved to fire on the same events (${state.world}): ${visibleText(state.reason)}`
    case 'compile-error':
      return visibleText(state.message)
  }
}

function killerText(key: string, suggestion: Suggestion): string {
  const place = suggestion.rule === key ? '' : ` about ${visibleText(suggestion.rule)}`
  const texts = scenarioTexts([suggestion]).map(({ text }) => text)
  return `this scenario${place} kills it:\n\n${texts.join('\n')}`
}

/** The scenarios that were asked about a mutant: all that its document concerns, unless it could not be asked at all. */
function testsOf({ coveredBy }: RuleMutationReport, state: MutantState, ids: TestIds): object {
  switch (state.kind) {
    case 'killed': {
      const killer = placeOf(state.by)
      return { killedBy: [ids(killer)], coveredBy: [...new Set([...coveredBy, killer])].map(ids) }
    }
    case 'survived':
    case 'ignored':
      return { coveredBy: coveredBy.map(ids) }
    case 'no-coverage':
    case 'compile-error':
      return {}
  }
}

/** What the schema calls a scenario, by its place. */
type TestIds = (place: string) => string

/** Short: every mutant repeats those of all scenarios that cover it. */
function idsOf(scenarios: readonly MutationScenario[]): TestIds {
  const ids = new Map(scenarios.map((scenario, index) => [placeOf(scenario), String(index + 1)]))
  return (place) => ids.get(place) ?? place
}

function placeOf({ uri, line }: Pick<MutationScenario, 'uri' | 'line'>): string {
  return `${uri}:${line}`
}
