import { inspect } from 'node:util'
import type { Json } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

const key = fc.oneof(
  fc.constantFrom(
    ...['A', 'B', 'C', 'a', 'a.b', 'a.b.c', 'F', 'G', 'Image', 'CommandLine', 'EventID', 'Channel', 'EventType'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', '#text', '#attributes', '@Name'],
    ...['Event', 'System', 'EventData', 'UserData', 'Data', 'Name', 'Provider', 'winlog', 'winlog.event_data.A'],
    ...['winlog.channel', 'event_data', 'event_id', 'provider_name', 'NewProcessName', 'OperationType'],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, 0, -0, 1e21, 5e-324, 2 ** 53, 4688, 1, '', 'x', 'true', '5985', '0x10'),
  fc.constantFrom<Json[]>('::1', '10.0.0.1', '999.1.1.1', '2024-02-30', '2024-12-31T23:59:60Z', '1e400', '\uD800'),
  fc.constantFrom<Json[]>('Microsoft-Windows-Sysmon/Operational', 'Security', 'DeleteKey', '\\\\srv\\share', 'evil'),
  fc.string({ unit: 'binary' }),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc
    .tuple(fc.constantFrom('a', '-', '\\', '*', 'é', '😀', '\n'), fc.nat(5000))
    .map(([text, times]) => text.repeat(times)),
)

const shallow: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'event' },
    scalar,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 6, noNullPrototype: true }),
  ),
})).json

/** A value below so many brackets or objects: far more than the stack takes. */
const deep: fc.Arbitrary<Json> = fc
  .tuple(scalar, fc.constantFrom('[', '{"a":', '[{"A":', '{"__proto__":'), fc.constantFrom(2_000, 20_000))
  .map(([core, open, times]) => {
    const close = open === '[' ? ']' : open.startsWith('[') ? '}]' : '}'
    return JSON.parse(open.repeat(times) + JSON.stringify(core) + close.repeat(times))
  })

const wide: fc.Arbitrary<Json> = fc
  .tuple(scalar, fc.nat(3_000), fc.boolean())
  .map(([value, size, isList]) =>
    isList
      ? Array.from({ length: size }, () => value)
      : Object.fromEntries(Array.from({ length: size }, (_, n) => [`A${n}`, value])),
  )

/** An event that fast-check can print when a property fails: its own printer would run out of stack. */
export interface HostileEvent {
  readonly json: Json
  readonly [fc.toStringMethod]: () => string
}

/** Anything a file of events may hold: wrong types, prototype keys, half an event of each spelling, deep, wide, huge. */
export const hostileEvent: fc.Arbitrary<HostileEvent> = fc
  .oneof(
    { arbitrary: shallow, weight: 12 },
    {
      arbitrary: fc.dictionary(key, fc.oneof({ arbitrary: shallow, weight: 9 }, deep, wide), {
        minKeys: 1,
        maxKeys: 8,
        noNullPrototype: true,
      }),
      weight: 12,
    },
    { arbitrary: deep, weight: 1 },
    { arbitrary: wide, weight: 1 },
  )
  .map((json) => ({
    json,
    [fc.toStringMethod]: () => inspect(json, { depth: 8, maxArrayLength: 9, maxStringLength: 99 }),
  }))
