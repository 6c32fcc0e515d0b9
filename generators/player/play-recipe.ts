import { nearestNames, partsOf, type Rule, visibleText } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { filledEvent } from '../host/fill-event.ts'
import { hostOf } from '../host/profile.ts'
import type { EventStep, MadeEvent, PlayContext, Played, Recipe, RecipeStep } from '../recipe.ts'
import { RecipeError } from '../recipe-error.ts'
import type { Goal } from '../solver/goal.ts'
import { solve } from '../solver/solve.ts'
import { sysmonEventOf } from '../sysmon/catalogue.ts'
import { requireField } from '../sysmon/typed-value.ts'
import { changedEvents } from './change-events.ts'
import { composedEvent, solvedEvent, verbatimEvent } from './made-event.ts'
import { requireAtMostTheLimit } from './sets.ts'

/** Plays the steps of a recipe in order. The same recipe gives the same events, wherever and whenever it is played. */
export function playRecipe(recipe: Recipe, rules: PlayContext['rules']): Played {
  const start: Played = { events: [], warnings: [] }
  return recipe.steps.reduce((played, step) => {
    const next = playStep(played.events, step, { seed: recipe.seed, rules })
    return { events: next.events, warnings: [...played.warnings, ...next.warnings] }
  }, start)
}

/**
 * Plays one step: an event step gives new events, a change alters those there are. Throws {@link RecipeError} in the words
 * of the vocabulary for what cannot be done.
 */
export function playStep(events: readonly MadeEvent[], step: RecipeStep, context: PlayContext): Played {
  switch (step.kind) {
    case 'solved':
      return { events: solvedEvents(step, context), warnings: [] }
    case 'composed':
      return { events: composedEvents(step, context), warnings: [] }
    case 'verbatim':
      requireAtMostTheLimit(step.events.length)
      return { events: step.events.map(verbatimEvent), warnings: [] }
    case 'set':
    case 'remove':
    case 'inside':
    case 'outside':
    case 'replace':
    case 'shorten':
    case 'letter-case':
      return changedEvents(events, step, context)
  }
}

function solvedEvents(step: EventStep & { readonly kind: 'solved' }, context: PlayContext): readonly MadeEvent[] {
  requireAtMostTheLimit(step.count)
  const rules = step.rules.map(context.rules)
  for (const rule of rules) requireFiringPart(rule, step.goal)
  const titles = rules.map((rule) => `"${visibleText(rule.title)}"`).join(' and ')
  const answer = solve(rules, step.goal, { count: step.count, chance: step.chance, seed: context.seed })
  switch (answer.kind) {
    case 'impossible':
      throw new RecipeError(`nothing can ${fire(step.goal, titles)}: ${visibleText(answer.reason)}`)
    case 'unknown':
      throw new RecipeError(`gave up on ${titles} ${answer.limit}`)
    case 'witness': {
      const { length } = answer.events
      if (length < step.count) {
        throw new RecipeError(`only ${length} different events ${fire(step.goal, titles)}; ${step.count} wanted`)
      }
      return answer.events.map((witness) => solvedEvent(witness, step.rules))
    }
  }
}

function fire(goal: Goal, titles: string): string {
  switch (goal.kind) {
    case 'fires':
      return `fire ${titles}`
    case 'fires-via':
      return `fire ${titles} via ${visibleText(goal.part)}`
  }
}

function requireFiringPart(rule: Rule, goal: Goal): void {
  if (goal.kind !== 'fires-via') return
  const { identifiers, filters, fields } = partsOf(rule)
  const title = `"${visibleText(rule.title)}"`
  if (filters.includes(goal.part)) throw new RecipeError(`${title} cannot fire via ${goal.part}: it is a filter`)
  const names = [...identifiers, ...fields]
  if (names.includes(goal.part)) return
  const nearest = nearestNames(goal.part, names).join(', ') || 'none'
  throw new RecipeError(`${title} has no part ${visibleText(goal.part)}; nearest: ${nearest}`)
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
    return composedEvent(filledEvent(event, row, host, chance), event.id, row, context.seed)
  })
}
