import { type EventStep, playStep, type RecipeStep } from '../../generators/index.ts'
import { misreadingText } from '../../measures/index.ts'
import type { Json, Rule } from '../../sigma/index.ts'
import { ruleBookOf, ruleWithKey } from '../rules/rule-book.ts'
import { advance, type ScenarioState, type ScenarioWorld, stateOf } from '../scenario/scenario-state.ts'
import { warn } from '../scenario/warn.ts'
import { backslashWarnings, type StatedText } from '../values/backslashes.ts'
import { inScenarioWords } from './in-scenario-words.ts'

/** Plays one more step of the scenario's recipe. Notes of the player go to the log. */
export function play(world: ScenarioWorld, step: RecipeStep): void {
  const state = stateOf(world)
  const { settings, step: place } = state
  const book = ruleBookOf(settings)
  const rules = (key: string): Rule => ruleWithKey(book, key)
  const { warnings, ...scene } = inScenarioWords(() => playStep(state.scene, step, { seed: settings.seed, rules }))
  tellMisreadings(world, step)
  if (replacesUnjudged(state, step)) world.log(replacing)
  for (const warning of warnings) world.log(warning)
  advance(world, {
    scene,
    recipe: { seed: settings.seed, steps: [...stepsBefore(state, step), step] },
    unjudged: place.text,
  })
}

/** Logs what is said of backslashes in the texts that the step states; in strict mode the first of it is an error. */
function tellMisreadings(world: ScenarioWorld, step: RecipeStep): void {
  const { scene, step: place } = stateOf(world)
  const eventId = step.kind === 'composed' ? step.eventId : (scene.events[scene.latest.from]?.eventId ?? null)
  const { line } = place
  const texts = backslashWarnings(eventId, statedTexts(step), place.cells)
  warn(
    world,
    [...new Set(texts)].map((text) => misreadingText({ line, text })),
  )
}

function statedTexts(step: RecipeStep): readonly StatedText[] {
  switch (step.kind) {
    case 'composed':
      return step.rows.flatMap((row) => Object.entries(row).flatMap(([field, value]) => textOf(field, value)))
    case 'set':
      return step.values.flatMap((value) => textOf(step.field, value))
    case 'replace':
      return textOf(step.field, step.replacement)
    case 'solved':
    case 'verbatim':
    case 'account':
    case 'pass':
    case 'remove':
    case 'inside':
    case 'outside':
    case 'shorten':
    case 'letter-case':
      return []
  }
}

function textOf(field: string, value: Json): readonly StatedText[] {
  return typeof value === 'string' ? [{ field, text: value }] : []
}

/** The clock moves on by so many milliseconds: the next event step adds its events to those there are. */
export function letTimePass(world: ScenarioWorld, duration: number): void {
  play(world, { kind: 'pass', duration })
}

/**
 * What the randomness of the step that runs is keyed by: feature, scenario, Examples row and the step's number, never a
 * line or an order, so that moving a scenario changes none of its events.
 */
export function chanceOf(state: ScenarioState): string {
  return JSON.stringify([state.place.uri, state.place.name, state.place.row, state.step.number])
}

/** The steps of the recipe that stay before this one: an event step takes the place of the one that it replaces. */
function stepsBefore({ recipe, scene }: ScenarioState, step: RecipeStep): readonly RecipeStep[] {
  if (!isEventStep(step) || scene.hasPassed) return recipe.steps
  const replaced = recipe.steps.findLastIndex(isEventStep)
  return recipe.steps.slice(0, Math.max(0, replaced))
}

/** Where events are counted over time, some that nothing judged and that go again were hardly meant to. */
function replacesUnjudged({ scene, underTest, unjudged }: ScenarioState, step: RecipeStep): boolean {
  const isCounting = underTest.some(({ kind }) => kind === 'correlation')
  return isEventStep(step) && isCounting && unjudged !== null && !scene.hasPassed && scene.events.length > 0
}

const replacing =
  'these events take the place of those of the event step before, which nothing judged; ' +
  'to keep both, let time pass between them: When 0 seconds pass'

function isEventStep(step: RecipeStep): step is EventStep {
  return step.kind === 'solved' || step.kind === 'composed' || step.kind === 'verbatim'
}
