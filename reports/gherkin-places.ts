import type { Envelope } from './collect-run.ts'
import type { OutlineReport } from './report.ts'

type GherkinDocument = NonNullable<Envelope['gherkinDocument']>
type Scenario = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['scenario']>

/** Where a node of a feature file stands, by the node's id. */
export interface GherkinPlace {
  readonly feature: string
  readonly line: number
  /** Set for an Examples row. */
  readonly outline: OutlineReport | null
}

/** Every scenario, Examples row and step of a feature file by its id. */
export function* gherkinPlaces({ feature }: GherkinDocument): Generator<readonly [string, GherkinPlace]> {
  const children = feature?.children ?? []
  for (const { background, scenario } of [...children, ...children.flatMap((child) => child.rule?.children ?? [])]) {
    const name = feature?.name ?? ''
    for (const { id, location } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) {
      yield [id, { feature: name, line: location.line, outline: null }]
    }
    if (scenario !== undefined) yield* scenarioPlaces(name, scenario)
  }
}

function* scenarioPlaces(feature: string, scenario: Scenario): Generator<readonly [string, GherkinPlace]> {
  yield [scenario.id, { feature, line: scenario.location.line, outline: null }]
  for (const { tableHeader, tableBody } of scenario.examples) {
    for (const { id, location, cells } of tableBody) {
      const row = cells.map(({ value }, column) => ({ name: tableHeader?.cells[column]?.value ?? '', value }))
      const outline = { line: scenario.location.line, name: scenario.name, row }
      yield [id, { feature, line: location.line, outline }]
    }
  }
}
