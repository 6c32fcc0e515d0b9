import { nearestOrKnown } from '../../../sigma/index.ts'
import type { Refusal } from '../../settings/thresholds.ts'
import { type FieldMapping, namedMappings, type OwnEnvelope } from './spelling.ts'

const keysOfEnvelope = ['name', 'marks', 'origin', 'fields', 'time'] as const
const partsOfOrigin = ['channel', 'provider', 'eventId', 'computer'] as const

/** Reads `envelopes` as `sigmaproof.yml` spells them. What is wrong is refused and left out. */
export function envelopesIn(value: unknown, refuse: Refusal): readonly OwnEnvelope[] {
  if (!Array.isArray(value)) {
    refuse([], 'value', '"envelopes" takes a list: of each its marks, origin, fields and time')
    return []
  }
  return value.flatMap((each: unknown, index) => envelopeIn(each, `envelope ${index + 1}`, refuse) ?? [])
}

function envelopeIn(value: unknown, called: string, refuse: Refusal): OwnEnvelope | null {
  const own = entriesOf(value, called, keysOfEnvelope, refuse)
  if (own === null) return null
  const marks = own.get('marks')
  if (!Array.isArray(marks) || marks.length === 0 || !marks.every(isPath)) {
    refuse([], 'value', `"marks" of ${called} takes a list of paths that are all there in such an event`)
    return null
  }
  const origin = entriesOf(own.get('origin') ?? {}, `"origin" of ${called}`, partsOfOrigin, refuse)
  const fields = own.get('fields') ?? null
  const time = own.get('time') ?? null
  const name = own.get('name') ?? called
  const pathIn = (part: string) => String(origin?.get(part) ?? '') || null
  const paths = [
    ...[...(origin ?? [])].filter(([, path]) => path !== null),
    ['fields', fields ?? 'x'],
    ['time', time ?? 'x'],
    ['name', name],
  ] as const
  const wrong = paths.find(([, path]) => !isPath(path))
  if (origin === null || wrong !== undefined) {
    if (wrong !== undefined) refuse([], 'value', `"${wrong[0]}" of ${called} takes a path, keys joined by dots`)
    return null
  }
  return {
    name: String(name),
    marks,
    origin: {
      channel: pathIn('channel'),
      provider: pathIn('provider'),
      eventId: pathIn('eventId'),
      computer: pathIn('computer'),
    },
    fields: fields === null ? null : String(fields),
    time: time === null ? null : String(time),
  }
}

/** Reads `mapping` as `sigmaproof.yml` spells it: a name, or paths by the fields of rules. What is wrong is refused. */
export function mappingIn(value: unknown, refuse: Refusal): FieldMapping {
  if (typeof value === 'string') {
    if (Object.hasOwn(namedMappings, value)) return namedMappings[value] ?? {}
    refuse([], 'value', `there is no mapping "${value}"; ${nearestOrKnown(value, Object.keys(namedMappings))}`)
    return {}
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], 'value', '"mapping" takes a name, or for fields of rules the paths that an event has for them')
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, path]: [string, unknown]) => {
      if (isPath(path)) return [[field, path]]
      refuse([field], 'value', `"${field}" takes a path in the event, keys joined by dots`)
      return []
    }),
  )
}

function entriesOf(
  value: unknown,
  called: string,
  known: readonly string[],
  refuse: Refusal,
): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], 'value', `${called} must be a map of ${known.join(', ')}`)
    return null
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    refuse([], 'value', `${called} has no "${key}"; ${nearestOrKnown(key, known)}`)
  }
  return new Map(Object.entries(value))
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
