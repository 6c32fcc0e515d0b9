import {
  conditionHolds,
  type Event,
  firesVia,
  judgeVerdict,
  leavesOf,
  type Rule,
  visibleText,
} from '../../../sigma/index.ts'
import type { EventStep, MadeEvent, PlayContext, Played, RecipeGoal, Scene } from '../../recipe.ts'
import { atTime } from './at-time.ts'
import { beAlike, type Models, unlikeFields, withGroupFields, withModel } from './be-alike.ts'
import { beforeStep, withEvents } from './scene.ts'

/** Puts the events that a step made in their place: each at its time, and like the others where it should be. */
export function happened(scene: Scene, step: EventStep, made: readonly MadeEvent[], context: PlayContext): Played {
  const before = beforeStep(scene)
  const { isRead, isStill } = madeFor(step, context)
  const offsets = offsetsOf(step, made.length)
  const alike = step.kind === 'verbatim' ? [] : (step.alike ?? [])
  const placed: MadeEvent[] = []
  const unlike = new Set<string>()
  let models = before.events.reduce<Models>(withModel, new Map())
  for (const [index, event] of made.entries()) {
    const own = { ...event, alike, made: before.events.length + index }
    const timed = atTime(own, before.time + (offsets[index] ?? 0), isRead)
    const grouped = step.kind === 'solved' ? withGroupFields(timed, isStill, context.seed) : timed
    const next = beAlike(grouped, models, isStill, context.seed)
    for (const field of unlikeFields(next, models)) unlike.add(field)
    models = withModel(models, next)
    placed.push(next)
  }
  const warnings = [...unlike].map(
    (field) => `${visibleText(field)} is not alike in all events: what they were made for asks for other values`,
  )
  return { ...withEvents(scene, placed), warnings }
}

/** For each event when it happens, in milliseconds after the step began. */
function offsetsOf(step: EventStep, count: number): readonly number[] {
  switch (step.kind) {
    case 'solved': {
      const { within = 0 } = step
      return Array.from({ length: count }, (_, index) => (count < 2 ? 0 : Math.floor((index * within) / (count - 1))))
    }
    case 'composed':
      return step.offsets ?? []
    case 'verbatim':
      return []
  }
}

interface MadeFor {
  /** Whether what the events were made for reads the field. */
  readonly isRead: (field: string) => boolean
  /** Whether the event is still what it was made for. */
  readonly isStill: (event: Event) => boolean
}

function madeFor(step: EventStep, context: PlayContext): MadeFor {
  if (step.kind !== 'solved') return { isRead: () => false, isStill: () => true }
  const rules = step.rules.map(context.rules)
  const read = new Set(
    rules
      .flatMap((rule) => rule.identifiers)
      .flatMap(({ predicate }) => [...leavesOf(predicate)].map(({ field }) => field)),
  )
  return {
    isRead: (field) => read.has(field),
    isStill: (event) => rules.every((rule) => reaches(rule, event, step.goal)),
  }
}

function reaches(rule: Rule, event: Event, goal: RecipeGoal): boolean {
  if (goal.kind === 'fires-via') return firesVia(rule, judgeVerdict(rule, event), goal.part)
  return conditionHolds(rule, event)
}
