import { startOfTime } from '../../chance.ts'
import type { MadeEvent, RecipeStep, Scene } from '../../recipe.ts'
import { RecipeError } from '../../recipe-error.ts'
import { requireAtMostTheLimit } from './sets.ts'

/** Before anything has happened: the clock stands at a fixed instant, the same in every scenario. */
export const startOfScene: Scene = {
  events: [],
  latest: { from: 0, time: startOfTime },
  time: startOfTime,
  hasPassed: false,
}

/** What an event step finds: the events that stay beside its own, and when it begins. */
export function beforeStep({ events, latest, time, hasPassed }: Scene): Pick<Scene, 'events' | 'time'> {
  return hasPassed ? { events, time } : { events: events.slice(0, latest.from), time: latest.time }
}

/** The scene after an event step that made these events; the clock stands at the last of them. */
export function withEvents(scene: Scene, made: readonly MadeEvent[]): Scene {
  const { events, time } = beforeStep(scene)
  requireAtMostTheLimit(events.length + made.length)
  return {
    events: [...events, ...made],
    latest: { from: events.length, time },
    time: made.reduce((last, event) => Math.max(last, event.time), time),
    hasPassed: false,
  }
}

/** The events of the latest event step. */
export function latestOf({ events, latest }: Scene): readonly MadeEvent[] {
  return events.slice(latest.from)
}

/** The scene with other events for the latest event step. */
export function withLatest(scene: Scene, changed: readonly MadeEvent[]): Scene {
  const others = scene.events.slice(0, scene.latest.from)
  requireAtMostTheLimit(others.length + changed.length)
  return { ...scene, events: [...others, ...changed] }
}

/** The scene when so much time has passed. Throws {@link RecipeError} where nothing has happened yet. */
export function afterPass(scene: Scene, { duration }: RecipeStep<'pass'>): Scene {
  if (scene.events.length === 0) throw new RecipeError('nothing has happened yet: time passes between events')
  return { ...scene, time: scene.time + duration, hasPassed: true }
}
