import {
  sourceEventsOf,
  sysmonLog,
  type WindowsEvent,
  windowsEventOf,
  windowsEvents,
} from '../../../catalogue/index.ts'
import { fieldValue } from '../../../sigma/index.ts'
import type { Example, Examples } from '../examples.ts'
import type { Edit } from '../mutant.ts'
import { replacementsAsOne } from '../text/replacements-as-one.ts'
import { respelled } from '../text/respelled.ts'
import type { RuleText } from '../text/rule-text.ts'
import type { MapNode } from '../text/yaml-places.ts'

/** Not taken in by `1 of them`, nor by a pattern that a rule would use. */
const name = '_elsewhere'

/**
 * Adds a filter on a field that none of the events has on which the rule fires, the first of the catalogue. Of Sysmon's
 * events the catalogue has every field, so that the filter filters nothing; of others nobody could say so, and none is added.
 */
export function* addFilter(text: RuleText): Generator<Edit> {
  const firing = text.examples.filter(({ fires }) => fires)
  const { document, source } = text
  const field =
    isOfSysmonAlone(document) && firing.some((example) => describedAs(example) !== null)
      ? absentField(firing)
      : undefined
  const root = text.documentAt(document.span)
  if (document.kind === 'filter' || field === undefined || root?.kind !== 'map') return
  const detection = root.entries.find(({ key }) => key === 'detection')?.value
  const condition = detection?.kind === 'map' ? detection.entries.find(({ key }) => key === 'condition') : undefined
  if (detection?.kind !== 'map' || condition?.value.kind !== 'scalar') return
  const { span, text: written } = condition.value
  const lead = leadOf(source.text, detection)
  const added = `${name}: {${field}|contains: 'e'}${lead === null ? ', ' : `\n${lead}`}`
  const { start } = condition.keySpan
  const replacement = replacementsAsOne(source, [
    { span: { ...span, start, end: start }, text: added },
    respelled(source, span, `(${written.trim()}) and not ${name}`),
  ])
  if (replacement !== null) yield { node: 'condition', variant: '', ...replacement }
}

function isOfSysmonAlone({ logsource }: RuleText['document']): boolean {
  const alternatives = sourceEventsOf(logsource) ?? []
  const isOfSysmon = ({ log }: WindowsEvent) => log.channel === sysmonLog.channel
  return alternatives.length > 0 && alternatives.every((each) => each.isDescribed && each.events.every(isOfSysmon))
}

function absentField(firing: Examples): string | undefined {
  const own = new Set(firing.flatMap((example) => describedAs(example)?.fields.map(({ name }) => name) ?? []))
  const names = windowsEvents.flatMap(({ fields }) => fields.map((field) => field.name))
  return names.find((each) => !own.has(each) && firing.every(({ fields }) => fieldValue(fields, each) === undefined))
}

function describedAs({ event: { origin } }: Example): WindowsEvent | null {
  const described = /^[1-9]\d{0,4}$/.test(origin.eventId ?? '') ? windowsEventOf(Number(origin.eventId)) : null
  return described?.log.channel.toLowerCase() === origin.channel?.toLowerCase() ? described : null
}

/** What stands before each entry of a map in block style; null for flow style. */
function leadOf(text: string, { entries: [first] }: MapNode): string | null {
  const start = first?.span.start ?? 0
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return /^ *$/.test(lead) ? lead : null
}
