import { type Answer, bareDifference, type Goal, type SolveOptions, solve, type Witness } from '../generators/index.ts'
import type { Rule } from '../sigma/index.ts'
import { refutationsOf } from './claim.ts'
import { folded, type Proof } from './proof.ts'
import type { Question } from './question.ts'

/** What a question came to: with the event that answers it, or with what is said where there is none. */
export type Answered =
  | (Extract<Proof, { readonly kind: 'possible' }> & { readonly event: Witness })
  | (Extract<Proof, { readonly kind: 'impossible' }> & {
      /** The catalogue holds every event that could be it: of all of them the proof speaks. */
      readonly isOfCatalogue: boolean
    })
  | Extract<Proof, { readonly kind: 'unknown' }>

/** What events are drawn with. */
export interface Draw {
  readonly seed: string
  /** What their chance is keyed by; the goal itself when left out. */
  readonly chance?: string
}

/**
 * Asks the solver, and folds what it says to one answer. The answer depends on the rules' meaning, the question and what
 * events are drawn with. Throws {@link RecipeError} for a part, filter, leaf or value that a rule does not have.
 */
export function ask(question: Question, draw: Draw): Answered {
  return folded(answersTo(question, draw)) ?? { kind: 'unknown', limit: 'as there is nothing to prove' }
}

/**
 * Whether an event is quick to see on which only one of two rules fires, so that asking for one would not prove that there
 * is none. False says nothing.
 */
export function differsPlainly(before: Rule, after: Rule): boolean {
  return bareDifference(before, after) !== null
}

function* answersTo(question: Question, draw: Draw): Generator<Answered> {
  switch (question.kind) {
    case 'reach':
      for (const goal of question.goals) yield answered([question.rule], goal, draw)
      if (!question.isAll) yield { kind: 'unknown', limit: 'as not every set of filters was tried' }
      break
    case 'refute':
      for (const goal of refutationsOf(question.rule, question.claim)) yield refuted(question.rule, goal, draw)
      break
    case 'differ':
      yield differing(question.before, question.after, draw)
      break
    case 'fire-elsewhere':
      yield answered([question.rule], { kind: 'fires' }, draw, true)
  }
}

function answered(rules: readonly Rule[], goal: Goal, draw: Draw, foreignFields = false): Answered {
  return answeredBy(solve(rules, goal, optionsFor(goal, draw, foreignFields)))
}

function optionsFor(goal: Goal, { seed, chance = JSON.stringify(goal) }: Draw, foreignFields = false): SolveOptions {
  return { count: 1, chance, seed, foreignFields }
}

function answeredBy(answer: Answer): Answered {
  switch (answer.kind) {
    case 'witness': {
      const [event] = answer.events
      return event === undefined ? { kind: 'unknown', limit: 'as no event was made' } : { kind: 'possible', event }
    }
    case 'impossible': {
      const { kind, world, reason, isOfCatalogue } = answer
      return { kind, world, reason, isOfCatalogue }
    }
    case 'unknown':
      return answer
  }
}

/** What an unrealistic event shows refutes nothing. */
function refuted(rule: Rule, goal: Goal, draw: Draw): Answered {
  const found = answered([rule], goal, draw)
  if (found.kind !== 'possible' || found.event.breaches.length === 0) return found
  return { kind: 'unknown', limit: `as only an unrealistic event was found: ${found.event.breaches[0]?.message ?? ''}` }
}

const differ: Goal = { kind: 'differ' }

function differing(before: Rule, after: Rule, draw: Draw): Answered {
  const answer = solve([before, after], differ, optionsFor(differ, draw))
  // Nothing clashes where only the log source was edited.
  const isOfSources = answer.kind === 'impossible' && answer.clash.length === 0 && !isOfOneSource(before, after)
  return answeredBy(isOfSources ? { ...answer, reason: 'both log sources take the same events' } : answer)
}

function isOfOneSource({ logsource: one }: Rule, { logsource: other }: Rule): boolean {
  return one.category === other.category && one.product === other.product && one.service === other.service
}
