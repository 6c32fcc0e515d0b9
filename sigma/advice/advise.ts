import type { FilterDocument } from '../filters/filter.ts'
import { describe } from '../log-source.ts'
import type { Problem, WarningCode } from '../problems/problem.ts'
import type { Rule } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { adviceOnNetworks } from './cidr-missing.ts'
import { pinnedIds, searchesOf } from './events/pinned-ids.ts'
import { type FieldEntry, fieldEntriesIn, type PinnedSource } from './field-entries.ts'
import { adviceOnField } from './field-unknown.ts'
import { adviceOnMatchingAll } from './matches-all.ts'
import { adviceOnPaths } from './path.ts'
import { adviceOnPercent } from './percent.ts'

/** What advice has to know beside the entry. */
export interface AdviceContext {
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
} as const satisfies Partial<Record<WarningCode, (entry: FieldEntry, context: TextContext) => readonly Problem[]>>

/** Advice in view of the events for which an entry can have a say: by code. */
const onEvents = {
  'W-FIELD-UNKNOWN': adviceOnField,
  'W-PATH': adviceOnPaths,
  'W-MATCHES-ALL': adviceOnMatchingAll,
} as const satisfies Partial<Record<WarningCode, (entry: FieldEntry, context: AdviceContext) => readonly Problem[]>>

/** All that is worth saying of a rule by itself. */
export function adviceOnRule(rule: Rule, placeholders: Placeholders): readonly Problem[] {
  const entries = fieldEntriesIn(rule, [{ logsource: rule.logsource, pinned: null }])
  return [...textAdvice(entries, { placeholders }), ...eventAdvice(rule, entries, describe(rule.logsource))]
}

/** What is worth saying of a filter document whatever rules it applies to. */
export function adviceOnFilter(filter: FilterDocument, placeholders: Placeholders): readonly Problem[] {
  return textAdvice(fieldEntriesIn(filter, [{ logsource: filter.logsource, pinned: null }]), { placeholders })
}

/** What is worth saying of a filter document in view of the events of the rules that it applies to. */
export function adviceOnFilterOf(filter: FilterDocument, rules: readonly Rule[]): readonly Problem[] {
  const sources = rules.map((rule): PinnedSource => {
    return { logsource: rule.logsource, pinned: pinnedIds(rule.condition, searchesOf(rule.identifiers)) }
  })
  const own: PinnedSource = { logsource: filter.logsource, pinned: null }
  const [entries, owner] =
    sources.length === 0
      ? [fieldEntriesIn(filter, [own]), describe(filter.logsource)]
      : [fieldEntriesIn(filter, sources), 'the rules that it applies to']
  return eventAdvice(filter, entries, owner).map((problem) => ({ ...problem, rule: filter.title }))
}

function textAdvice(entries: readonly FieldEntry[], context: TextContext): readonly Problem[] {
  return entries.flatMap((entry) => Object.values(onText).flatMap((advise) => advise(entry, context)))
}

function eventAdvice(
  { taxonomy, source }: Rule | FilterDocument,
  entries: readonly FieldEntry[],
  owner: string,
): readonly Problem[] {
  // Whoever names another taxonomy uses names of which we know nothing.
  if (taxonomy !== null && taxonomy !== 'sigma') return []
  return entries.flatMap((entry) => Object.values(onEvents).flatMap((advise) => advise(entry, { source, owner })))
}
