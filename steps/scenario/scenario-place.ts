import { type DescribedNode, skipReasonIn } from '../../measures/index.ts'
import type { HookedDocument, HookedPickle, HookedStep } from './hooked.ts'

/** Where a scenario stands, and what its chance is keyed by. */
export interface ScenarioPlace {
  /** From the project root with `/`. */
  readonly uri: string
  readonly name: string
  /** Line of the scenario, or of its Examples row. */
  readonly line: number
  /** The cells of its Examples row; none for a plain scenario. */
  readonly row: readonly string[]
}

/** The place of a scenario, looked up in its parsed feature. */
export function placeOf(document: HookedDocument, pickle: HookedPickle): ScenarioPlace {
  const places = indexed(document)
  const found = pickle.astNodeIds.map((id) => places.get(id)).findLast((place) => place !== undefined)
  return {
    uri: pickle.uri.replaceAll('\\', '/'),
    name: pickle.name,
    line: found?.line ?? 0,
    row: found?.cells ?? [],
  }
}

/** Why a scenario that is tagged so is skipped, as its feature says; null where it does not. */
export function whySkipped({ feature }: HookedDocument, { astNodeIds }: HookedPickle): string | null {
  if (!feature) return null
  const told = new Set(astNodeIds)
  const own = feature.children.map(({ scenario }) => ({ scenario, above: [feature] }))
  const ofRules = feature.children.flatMap(
    ({ rule }) => rule?.children.map(({ scenario }) => ({ scenario, above: [rule, feature] })) ?? [],
  )
  for (const { scenario, above } of [...own, ...ofRules]) {
    if (scenario === undefined || !told.has(scenario.id)) continue
    const examples = scenario.examples.filter(({ tableBody }) => tableBody.some(({ id }) => told.has(id)))
    const nodes: readonly DescribedNode[] = [...examples, scenario]
    return skipReasonIn(nodes, above)
  }
  return null
}

/** The line on which a step is written. */
export function lineOfStep(document: HookedDocument, step: HookedStep): number {
  const places = indexed(document)
  return places.get(step.astNodeIds[0] ?? '')?.line ?? 0
}

interface NodePlace {
  readonly line: number
  readonly cells: readonly string[]
}

const indexes = new WeakMap<HookedDocument, ReadonlyMap<string, NodePlace>>()

/** Every scenario, step and Examples row of a feature by its id; made once for each document. */
function indexed(document: HookedDocument): ReadonlyMap<string, NodePlace> {
  const known = indexes.get(document)
  if (known !== undefined) return known
  const places = new Map<string, NodePlace>()
  const children = document.feature?.children ?? []
  for (const child of [...children, ...children.flatMap((each) => each.rule?.children ?? [])]) {
    for (const step of [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])]) {
      places.set(step.id, { line: step.location.line, cells: [] })
    }
    if (child.scenario === undefined) continue
    places.set(child.scenario.id, { line: child.scenario.location.line, cells: [] })
    for (const row of child.scenario.examples.flatMap((examples) => examples.tableBody)) {
      places.set(row.id, { line: row.location.line, cells: row.cells.map((cell) => cell.value) })
    }
  }
  indexes.set(document, places)
  return places
}
