import { sysmonEventOf } from '../../catalogue/index.ts'
import { isList, partsOf, type Rule, visibleText } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { filledEvent } from '../host/fill-event.ts'
import { hostOf } from '../host/machine/profile.ts'
import { requireField } from '../kinds/typed-value.ts'
import type { EventStep, MadeEvent, PlayContext, Played, Recipe, RecipeStep, Scene } from '../recipe.ts'
import { RecipeError } from '../recipe-error.ts'
import type { Goal, Witness } from '../solver/goal.ts'
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
export function playStep(scene: Scene, step: RecipeStep, context: PlayContext): Played {
  switch (step.kind) {
    case 'solved':
      return happened(scene, step, solvedEvents(step, context), context)
    case 'composed':
      return happened(scene, step, composedEvents(step, context), context)
    case 'verbatim':
      requireAtMostTheLimit(step.events.length)
      return happened(scene, step, step.events.map(verbatimEvent), context)
    case 'pass':
      return { ...afterPass(scene, step), warnings: [] }
    case 'set':
    case 'account':
    case 'remove':
    case 'inside':
    case 'outside':
    case 'replace':
    case 'shorten':
    case 'letter-case': {
      const { events, warnings } = changedEvents(latestOf(scene), step, context)
      return { ...withLatest(scene, events), warnings }
    }
  }
}

function solvedEvents(step: EventStep & { readonly kind: 'solved' }, context: PlayContext): readonly MadeEvent[] {
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
  { goal, count, rules, alike }: EventStep & { readonly kind: 'solved' },
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

function fire(goal: Goal, titles: string): string {
  switch (goal.kind) {
    case 'fires':
      return `fire ${titles}`
    case 'fires-via':
      return `fire ${titles} via ${visibleText(goal.part)}`
    case 'suppressed':
      return `make ${goal.filters.map(visibleText).join(', ')} alone suppress ${titles}`
    case 'silent':
      return `keep ${titles} silent`
    case 'identifier':
      return `make ${visibleText(goal.name)} answer ${goal.matched} in ${titles}`
    case 'matches':
      return `make ${visibleText(goal.leaf)} answer ${goal.matched} in ${titles}`
    case 'decisive':
    case 'boundary':
      return `make ${visibleText(goal.leaf)} decide ${titles}`
    case 'needs':
      return `tell ${titles} from itself without ${visibleText(goal.part)}`
    case 'only-first':
    case 'differ':
      return `tell ${titles} apart`
  }
}

function refuseFilter(rule: Rule, goal: Goal): void {
  if (goal.kind !== 'fires-via' || !partsOf(rule).filters.includes(goal.part)) return
  throw new RecipeError(`"${visibleText(rule.title)}" cannot fire via ${goal.part}: it is a filter`)
}

function composedEvents(step: EventStep & { readonly kind: 'composed' }, context: PlayContext): readonly MadeEvent[] {
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
