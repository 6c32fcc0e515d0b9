import { solve } from '../../generators/index.ts'
import { goalsOf, type Measure, type RulePoint, type Suggestion } from '../../measures/index.ts'
import type { Rule } from '../../sigma/index.ts'
import type { Aim } from './aim.ts'
import { suggestionFor } from './suggestion-for.ts'

/** Suggestions for one rule, and the points for which there is none. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** In the order given. */
  readonly open: readonly OpenPoint[]
}

export interface OpenPoint {
  readonly point: RulePoint
  /** Why, in the words of a message. */
  readonly reason: string
}

export interface SuggestOptions {
  readonly seed: string
  /** Points of one rule that are asked for at most; the others wait for the next run. */
  readonly most: number
}

/** The first scenarios serve the later ones as models; each costs a try. */
const mostModels = 6

/** What says most comes first: who decides a verdict shows on the way what matches, and whether the rule fires. */
const mostShownFirst: readonly Measure[] = ['mcdc', 'detections', 'values', 'outcomes']

/**
 * The scenarios that cover these points of a rule, as few as a greedy choice makes them: one event often covers many. A
 * point is open when nothing can cover it, when the solver gave up, or when its event cannot be told in a feature.
 */
export function suggestionsFor(rule: Rule, points: readonly RulePoint[], { seed, most }: SuggestOptions): Suggestions {
  const rank = ({ measure }: RulePoint) => mostShownFirst.indexOf(measure)
  const inOrder = [...points].sort((one, other) => rank(one) - rank(other))
  const missing = new Set(points.map(({ id }) => id))
  const found: Suggestion[] = []
  const models: Suggestion[] = []
  const reasons = new Map<string, string>()
  let asked = 0
  for (const point of inOrder) {
    if (!missing.has(point.id)) continue
    asked += 1
    const outcome =
      asked > most ? `it waits for the next run: ${most} points were asked for` : suggested(rule, point, seed, models)
    if (typeof outcome === 'string') {
      reasons.set(point.id, outcome)
      continue
    }
    found.push(outcome)
    if (models.length < mostModels) models.push(outcome)
    for (const id of outcome.covers) missing.delete(id)
  }
  const wanted = new Set(points.map(({ id }) => id))
  return {
    suggestions: withoutSpare(found, wanted),
    open: points.filter(({ id }) => missing.has(id)).map((point) => ({ point, reason: reasons.get(point.id) ?? '' })),
  }
}

/** The scenario for one point, or why there is none. */
function suggested(rule: Rule, point: RulePoint, seed: string, models: readonly Suggestion[]): Suggestion | string {
  const aim: Aim = { kind: 'points', points: [point.id], leaf: 'leaf' in point ? point.leaf : null }
  const reasons: string[] = []
  for (const goal of goalsOf(rule, point).goals) {
    const answer = solve([rule], goal, { count: 1, chance: `suggest ${point.id}`, seed })
    if (answer.kind === 'unknown') reasons.push(`the solver gave up ${answer.limit}`)
    else if (answer.kind === 'impossible') reasons.push(answer.reason)
    else {
      for (const witness of answer.events) {
        const suggestion = suggestionFor(rule, witness, aim, models)
        if (suggestion !== null) return suggestion
      }
      reasons.push('its event cannot be told in a feature')
    }
  }
  return reasons[0] ?? ''
}

/** Without those all of whose points others cover: a later one may cover what an earlier one was made for. */
function withoutSpare(found: readonly Suggestion[], wanted: ReadonlySet<string>): readonly Suggestion[] {
  const times = new Map<string, number>()
  for (const { covers } of found) for (const id of covers) times.set(id, (times.get(id) ?? 0) + 1)
  return found.filter(({ covers }) => {
    const isSpare = covers.every((id) => !wanted.has(id) || (times.get(id) ?? 0) > 1)
    if (isSpare) for (const id of covers) times.set(id, (times.get(id) ?? 0) - 1)
    return !isSpare
  })
}
