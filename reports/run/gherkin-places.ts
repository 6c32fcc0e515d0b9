import { type DescribedNode, skipReasonIn } from '../../measures/index.ts'
import type { Message } from '../../sources/index.ts'
import type { OutlineReport } from '../document/report.ts'

type GherkinDocument = NonNullable<Message['gherkinDocument']>
type Scenario = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['scenario']>

/** Where a node of a feature file stands, by the node's id. */
export interface GherkinPlace {
  /** An outline is none of its scenarios: each of its Examples rows is one. */
  readonly kind: 'scenario' | 'outline' | 'row' | 'step'
  readonly feature: string
  /** Of the scenario or outline; empty for a step. */
  readonly name: string
  readonly line: number
  /** Set for an Examples row. */
  readonly outline: OutlineReport | null
  /** Why it is not run, where its tags say that it is not. */
  readonly reason: string | null
}

/** Every scenario, Examples row and step of a feature file by its id. */
export function* gherkinPlaces({ feature }: GherkinDocument): Generator<readonly [string, GherkinPlace]> {
  if (!feature) return
  const own = feature.children.map((child) => ({ ...child, above: [feature] }))
  const ofRules = feature.children.flatMap(({ rule }) =>
    rule ? rule.children.map((child) => ({ ...child, above: [rule, feature] })) : [],
  )
  for (const { background, scenario, above } of [...own, ...ofRules]) {
    const common = { feature: feature.name, name: '', outline: null, reason: null }
    for (const { id, location } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) {
      yield [id, { ...common, kind: 'step', line: location.line }]
    }
    if (scenario !== undefined) yield* scenarioPlaces(feature.name, scenario, above)
  }
}

function* scenarioPlaces(
  feature: string,
  scenario: Scenario,
  above: readonly DescribedNode[],
): Generator<readonly [string, GherkinPlace]> {
  const { id: own, name, examples, location: at } = scenario
  const kind = examples.length === 0 ? 'scenario' : 'outline'
  const reason = skipReasonIn([scenario], above)
  yield [own, { kind, feature, name, line: at.line, outline: null, reason }]
  for (const each of examples) {
    for (const { id, location, cells } of each.tableBody) {
      const row = cells.map(({ value }, column) => ({ name: each.tableHeader?.cells[column]?.value ?? '', value }))
      const outline = { line: at.line, name, row }
      const place = { feature, name, line: location.line, outline, reason: skipReasonIn([each, scenario], above) }
      yield [id, { kind: 'row', ...place }]
    }
  }
}
