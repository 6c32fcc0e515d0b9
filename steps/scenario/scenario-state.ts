import type { Recipe, Scene } from '../../generators/index.ts'
import type { Settings } from '../../sources/index.ts'
import type { NamedRule } from '../rules/rule-book.ts'
import type { WrittenCell } from '../values/written-cells.ts'
import { ScenarioError } from './scenario-error.ts'
import type { ScenarioPlace } from './scenario-place.ts'

/** What one scenario knows while it runs. Never edited: each step puts the next state in its place. */
export interface ScenarioState {
  readonly settings: Settings
  readonly place: ScenarioPlace
  /** The step that runs. */
  readonly step: StepPlace
  readonly knownGap: boolean
  /** The rules under test, in the order named. */
  readonly underTest: readonly NamedRule[]
  /** How the events of the scene were made. */
  readonly recipe: Recipe
  readonly scene: Scene
  /** Whether any of our steps ran; a scenario of somebody else's steps is none of our business. */
  readonly touched: boolean
  /** How many Thens have judged. */
  readonly verdicts: number
  /** The last step that changed the events and that no Then has judged yet. */
  readonly unjudged: string | null
}

/** A step's place in the feature file and in its scenario. */
export interface StepPlace {
  readonly text: string
  readonly line: number
  /** From 1, the background's steps included. */
  readonly number: number
  /** The cells with a backslash that its values may come from. */
  readonly cells: readonly WrittenCell[]
}

/** Our state's place on Cucumber's World, whichever class of the user's that is. */
export const scenarioState: unique symbol = Symbol.for('sigmaproof.scenario-state')

/** What we use of Cucumber's World. */
export interface ScenarioWorld {
  readonly attach: (data: string, mediaType: string) => void
  readonly log: (text: string) => void
  [scenarioState]?: ScenarioState
}

/** The state that the hooks put on this World. Throws a ScenarioError where they are not loaded. */
export function stateOf(world: ScenarioWorld): ScenarioState {
  const state = world[scenarioState]
  if (state === undefined) throw new ScenarioError("sigmaproof's hooks are not loaded: import its steps as a whole")
  return state
}

/** Puts these values in place of the state's own. */
export function advance(world: ScenarioWorld, changed: Partial<ScenarioState>): void {
  world[scenarioState] = { ...stateOf(world), touched: true, ...changed }
}
