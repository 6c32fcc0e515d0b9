import { sysmonLog, type WindowsEvent, windowsEventOf } from '../../../catalogue/index.ts'
import { leavesOf, type NodeId, type Rule } from '../../../sigma/index.ts'
import type { Witness } from '../goal.ts'
import { type Clash, clashesInWords } from './words.ts'

/** The proof that no event of one kind does. */
export interface Refuted {
  readonly kind: 'impossible'
  readonly byLogic: boolean
  /** Because the rule wants events of another kind. */
  readonly isOfOrigin: boolean
  /** The catalogue's event; null for a kind that it does not have. */
  readonly event: WindowsEvent | null
  readonly clash: readonly NodeId[]
  readonly reason: Clash
}

/**
 * Why no kind of event does. Sysmon's events answer for all: whoever writes for Sysmon has no use for what another log that
 * feeds the same category lacks. A rule that reads fields which only the other log has is told of both.
 */
export function reasonOf(rules: readonly Rule[], proofs: readonly Refuted[]): string {
  // That the rule wants events of another kind is no news where it wants them.
  const told = proofs.filter((proof) => !proof.isOfOrigin)
  const sysmons = ofSysmon(rules, told)
  const shown = sysmons.length > 0 ? sysmons : told.length > 0 ? told : proofs.slice(0, 1)
  return clashesInWords(shown.map(({ reason }) => reason))
}

/** Why Sysmon writes no such event, where the one that was found is another log's; null where there is nothing to say. */
export function whyNotSysmon(rules: readonly Rule[], { eventId }: Witness, proofs: readonly Refuted[]): string | null {
  const event = windowsEventOf(eventId)
  if (event === null || event.log === sysmonLog) return null
  const sysmons = ofSysmon(
    rules,
    proofs.filter((proof) => !proof.isOfOrigin),
    event,
  )
  return sysmons.length === 0 ? null : clashesInWords(sysmons.map(({ reason }) => reason))
}

/** Whether an event of Sysmon's that was found answers before another log's is looked for. */
export function answersFirst(rules: readonly Rule[], { eventId }: Witness, other: WindowsEvent): boolean {
  const event = windowsEventOf(eventId)
  return event?.log === sysmonLog && other.log !== sysmonLog && !readsOnlyOf(rules, [event], [other])
}

/** The proofs about Sysmon's events; none for rules that are written for another log. */
function ofSysmon(rules: readonly Rule[], proofs: readonly Refuted[], found?: WindowsEvent): readonly Refuted[] {
  const sysmons = proofs.filter(({ event }) => event?.log === sysmonLog)
  const others = [...proofs.map(({ event }) => event), found].flatMap((event) => event ?? [])
  const isForOthers = readsOnlyOf(
    rules,
    sysmons.flatMap(({ event }) => event ?? []),
    others.filter(({ log }) => log !== sysmonLog),
  )
  return isForOthers ? [] : sysmons
}

/** Whether the rules read a field that the other events have and these have not. */
function readsOnlyOf(
  rules: readonly Rule[],
  events: readonly WindowsEvent[],
  others: readonly WindowsEvent[],
): boolean {
  const names = (of: readonly WindowsEvent[]) => new Set(of.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const [own, theirs] = [names(events), names(others)]
  return fieldsRead(rules).some((field) => theirs.has(field) && !own.has(field))
}

function fieldsRead(rules: readonly Rule[]): readonly string[] {
  const leaves = rules.flatMap(({ identifiers }) => identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)]))
  return leaves.flatMap(({ field }) => field ?? [])
}
