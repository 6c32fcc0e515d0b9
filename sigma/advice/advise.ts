import type { FilterDocument } from '../filters/filter.ts'
import { describe } from '../log-source.ts'
import type { Problem, WarningCode } from '../problem.ts'
import type { Rule } from '../rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { adviceOnNetworks } from './cidr-missing.ts'
import { adviceOnField } from './field-unknown.ts'
import { adviceOnMatchingAll } from './matches-all.ts'
import { adviceOnPaths } from './path.ts'
import { adviceOnPercent } from './percent.ts'
import { pinnedIds, searchesOf } from './pinned-ids.ts'
import { type Origin, type Place, placesIn } from './places.ts'

/** What advice has to know beside the place. */
export interface Context {
  readonly source: Source
  /** Whose events they are: `category file_event`, `the rules that it applies to`. */
  readonly owner: string
}

/** The same for what is written, whatever the events. */
export interface TextContext {
  readonly placeholders: Placeholders
}

/** Advice on what is written, whatever the events: by code. */
const onText = {
  'W-CIDR-MISSING': adviceOnNetworks,
  'W-PERCENT': adviceOnPercent,
} as const satisfies Partial<Record<WarningCode, (place: Place, context: TextContext) => readonly Problem[]>>

/** Advice in view of the events for which an entry can have a say: by code. */
const onEvents = {
  'W-FIELD-UNKNOWN': adviceOnField,
  'W-PATH': adviceOnPaths,
  'W-MATCHES-ALL': adviceOnMatchingAll,
} as const satisfies Partial<Record<WarningCode, (place: Place, context: Context) => readonly Problem[]>>

/** All that is worth saying of a rule by itself. */
export function adviceOnRule(rule: Rule, placeholders: Placeholders): readonly Problem[] {
  const places = placesIn(rule, [{ logsource: rule.logsource, pinned: null }])
  return [...textAdvice(places, { placeholders }), ...eventAdvice(rule, places, describe(rule.logsource))]
}

/** What is worth saying of a filter document whatever rules it applies to. */
export function adviceOnFilter(filter: FilterDocument, placeholders: Placeholders): readonly Problem[] {
  return textAdvice(placesIn(filter, [{ logsource: filter.logsource, pinned: null }]), { placeholders })
}

/** What is worth saying of a filter document in view of the events of the rules that it applies to. */
export function adviceOnFilterOf(filter: FilterDocument, rules: readonly Rule[]): readonly Problem[] {
  const origins = rules.map((rule): Origin => {
    return { logsource: rule.logsource, pinned: pinnedIds(rule.condition, searchesOf(rule.identifiers)) }
  })
  const own: Origin = { logsource: filter.logsource, pinned: null }
  const [places, owner] =
    origins.length === 0
      ? [placesIn(filter, [own]), describe(filter.logsource)]
      : [placesIn(filter, origins), 'the rules that it applies to']
  return eventAdvice(filter, places, owner).map((problem) => ({ ...problem, rule: filter.title }))
}

function textAdvice(places: readonly Place[], context: TextContext): readonly Problem[] {
  return places.flatMap((place) => Object.values(onText).flatMap((advise) => advise(place, context)))
}

function eventAdvice(
  { taxonomy, source }: Rule | FilterDocument,
  places: readonly Place[],
  owner: string,
): readonly Problem[] {
  // Whoever names another taxonomy uses names of which we know nothing.
  if (taxonomy !== null && taxonomy !== 'sigma') return []
  return places.flatMap((place) => Object.values(onEvents).flatMap((advise) => advise(place, { source, owner })))
}
