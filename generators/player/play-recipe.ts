import { sysmonEventOf } from '../../catalogue/index.ts'
import { isList, partsOf, type Rule, visibleText } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { filledEvent } from '../host/fill-event.ts'
import { hostOf } from '../host/machine/profile.ts'
import { requireField } from '../kinds/typed-value.ts'
import type {
  Change,
  MadeEvent,
  PlayContext,
  Played,
  Recipe,
  RecipeGoal,
  RecipeKind,
  RecipeStep,
  Scene,
} from '../recipe.ts'
import { RecipeError } from '../recipe-error.ts'
import type { Witness } from '../solver/goal.ts'
import { solve } from '../solver/solve.ts'
import { changedEvents } from './changes/change-events.ts'
import { composedEvent, solvedEvent, verbatimEvent } from './made-event.ts'
import { happened } from './scene/happen.ts'
import { afterPass, latestOf, startOfScene, withLatest } from './scene/scene.ts'
import { requireAtMostTheLimit } from './scene/sets.ts'

/** Plays the steps of a recipe in order. The same recipe gives the same events, wherever and whenever it is played. */
export function playRecipe(recipe: Recipe, rules: PlayContext['rules']): Played {
  const start: Played = { ...startOfScene, warnings: [] }
  return recipe.steps.reduce((played, step) => {
    const next = playStep(played, step, { seed: recipe.seed, rules })
    return { ...next, warnings: [...played.warnings, ...next.warnings] }
  }, start)
}

/**
 * Plays one step in what has happened so far: an event step gives new events, a change alters those of the latest one, a
 * pass moves the clock. Throws {@link RecipeError} in the words of the vocabulary for what cannot be done.
 */
export function playStep<Kind extends RecipeKind>(scene: Scene, step: RecipeStep<Kind>, context: PlayContext): Played {
  return players[step.kind](scene, step, context)
}

type Player<Kind extends RecipeKind> = (scene: Scene, step: RecipeStep<Kind>, context: PlayContext) => Played

const players: { readonly [Kind in RecipeKind]: Player<Kind> } = {
  solved: (scene, step, context) => happened(scene, step, solvedEvents(step, context), context),
  composed: (scene, step, context) => happened(scene, step, composedEvents(step, context), context),
  verbatim: (scene, step, context) => {
    requireAtMostTheLimit(step.events.length)
    return happened(scene, step, step.events.map(verbatimEvent), context)
  },
  pass: (scene, step) => ({ ...afterPass(scene, step), warnings: [] }),
  set: changed,
  account: changed,
  remove: changed,
  inside: changed,
  outside: changed,
  replace: changed,
  shorten: changed,
  'letter-case': changed,
}

function changed(scene: Scene, change: Change, context: PlayContext): Played {
  const { events, warnings } = changedEvents(latestOf(scene), change, context)
  return { ...withLatest(scene, events), warnings }
}

function solvedEvents(step: RecipeStep<'solved'>, context: PlayContext): readonly MadeEvent[] {
  requireAtMostTheLimit(step.count)
  const rules = step.rules.map(context.rules)
  for (const rule of rules) refuseFilter(rule, step.goal)
  const titles = rules.map((rule) => `"${visibleText(rule.title)}"`).join(' and ')
  const answer = solve(rules, step.goal, { count: step.count, chance: step.chance, seed: context.seed })
  switch (answer.kind) {
    case 'impossible':
      if (!answer.events.some(isEventOfAnAgent)) {
        throw new RecipeError(`nothing can ${fire(step.goal, titles)}: ${visibleText(answer.reason)}`)
      }
      return enough(answer.events.filter(isEventOfAnAgent), step, titles)
    case 'unknown':
      throw new RecipeError(`gave up on ${titles} ${answer.limit}`)
    case 'witness':
      return enough(answer.events, step, titles)
  }
}

/** A list where Windows has one value is an event in logic alone: no agent ever writes it. */
function isEventOfAnAgent({ fields }: Witness): boolean {
  return !Object.values(fields).some(isList)
}

function enough(
  events: readonly Witness[],
  { goal, count, rules, alike }: RecipeStep<'solved'>,
  titles: string,
): readonly MadeEvent[] {
  const { length } = events
  if (length >= count) return events.map((witness) => solvedEvent(witness, rules))
  // Where they are counted, what repeats counts as well.
  if (alike !== undefined && length > 0) {
    return Array.from({ length: Math.ceil(count / length) }, () => events)
      .flat()
      .slice(0, count)
      .map((witness) => solvedEvent(witness, rules))
  }
  const found = length === 1 ? 'was found' : 'were found'
  throw new RecipeError(`only ${length} of ${count} different events that ${fire(goal, titles)} ${found}`)
}

function fire(goal: RecipeGoal, titles: string): string {
  return goal.kind === 'fires' ? `fire ${titles}` : `fire ${titles} via ${visibleText(goal.part)}`
}

function refuseFilter(rule: Rule, goal: RecipeGoal): void {
  if (goal.kind !== 'fires-via' || !partsOf(rule).filters.includes(goal.part)) return
  throw new RecipeError(`"${visibleText(rule.title)}" cannot fire via ${goal.part}: it is a filter`)
}

function composedEvents(step: RecipeStep<'composed'>, context: PlayContext): readonly MadeEvent[] {
  requireAtMostTheLimit(step.rows.length)
  if (step.rows.length === 0) throw new RecipeError('there is no row; there is no empty set of events')
  const event = sysmonEventOf(step.eventId)
  if (event === null) throw new RecipeError(`there is no Sysmon event ${step.eventId}`)
  const host = hostOf(context.seed)
  return step.rows.map((row, index) => {
    for (const field of Object.keys(row)) requireField(event.id, field)
    const chance = chanceOf(context.seed, step.chance, index)
    return composedEvent(filledEvent(event, row, host, chance), event.id, row, context)
  })
}
