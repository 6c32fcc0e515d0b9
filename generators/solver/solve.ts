import { canonicalText, type Rule } from '../../sigma/index.ts'
import { chanceOf } from '../chance.ts'
import { hostOf } from '../host/machine/profile.ts'
import type { Answer, Goal, Witness } from './goal.ts'
import { problemOf } from './problem.ts'
import { solveOne } from './solve-one.ts'

/** How many events are asked for, and what their chance is keyed by. */
export interface SolveOptions {
  readonly count: number
  readonly chance: string
  readonly seed: string
  /** Takes every field that no event of the log source has for one that may hold anything: another agent may write it. */
  readonly foreignFields?: boolean
  /** Told of every event found, with their number so far. */
  readonly onEvent?: (found: number) => void
}

/**
 * Events for a goal, each confirmed by the evaluator and as realistic as one was found; or the proof that there is none,
 * in every world or of this log source; or the limit that was reached first. Limits are counts, so the answer is the same
 * on every machine. A witness may hold fewer events than asked for when no more different ones were found. Throws
 * {@link RecipeError} for a part, a filter or a leaf that a rule does not have, and for nothing else.
 */
export function solve(rules: readonly Rule[], goal: Goal, options: SolveOptions): Answer {
  const problem = problemOf(rules, goal)
  if (problem.kinds.length === 0)
    return { kind: 'unknown', limit: 'as no single event can come from all of their log sources' }
  const host = hostOf(options.seed)
  const answerFor = (index: number) => {
    const chance = (...keys: readonly string[]) =>
      chanceOf(options.seed, 'solve', `${options.chance} ${index}`, ...keys)
    return solveOne(problem, host, chance, options.foreignFields)
  }
  const first = answerFor(0)
  if (first.kind === 'unknown' || (first.kind === 'impossible' && first.events.length === 0)) return first
  if (options.count === 1 && first.events.length === 1) {
    options.onEvent?.(1)
    return first
  }
  const found = new Map<string, Witness>()
  const keep = (answer: Answer) => {
    const events = answer.kind === 'unknown' ? [] : answer.events
    for (const event of events) if (found.size < options.count) found.set(canonicalText(event.fields), event)
    options.onEvent?.(found.size)
  }
  keep(first)
  // Some draws repeat an event; twice as many tries as events, and a few more, settle whether there are others.
  for (let index = 1; index < options.count * 2 + 4 && found.size < options.count; index += 1) keep(answerFor(index))
  return { ...first, events: [...found.values()] }
}
