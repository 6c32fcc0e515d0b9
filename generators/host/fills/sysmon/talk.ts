import { type FieldOf, namedValues } from '../../../../catalogue/index.ts'
import type { Fields } from '../../../../sigma/index.ts'
import type { Chance } from '../../../chance.ts'
import { documentationAddress } from '../../machine/profile.ts'
import { givenText } from '../../processes/actor.ts'
import { fileName } from '../../programs/find-program.ts'
import type { Filled, Occasion } from '../fill.ts'
import { begun } from './files.ts'

/** Pipes by the program that makes or joins them; `{pid}` is its number, `{n}` another, `{time}` when it started. */
const pipes: Readonly<Record<string, readonly string[]>> = {
  'svchost.exe': ['\\wkssvc', '\\srvsvc', '\\eventlog', '\\trkwks', '\\W32TIME_ALT', '<Anonymous Pipe>'],
  'spoolsv.exe': ['\\spoolss'],
  'msedge.exe': ['\\mojo.{pid}.{n}.{n}', '\\LOCAL\\mojo.{pid}.{n}.{n}'],
  'chrome.exe': ['\\mojo.{pid}.{n}.{n}', '\\chrome.{pid}.{n}.{n}'],
  'firefox.exe': ['\\gecko.{pid}.{n}.{n}', '<Anonymous Pipe>'],
  'powershell.exe': ['\\PSHost.{time}.{pid}.DefaultAppDomain.powershell'],
}

/** A pipe that was made (17) or joined (18). */
export function filledPipe(occasion: Occasion): Filled<FieldOf<17 | 18>> {
  const { event, given, execution, chance } = occasion
  const { fields, milliseconds } = begun(occasion)
  const own = pipes[fileName(execution.program.image).toLowerCase()] ?? ['<Anonymous Pipe>', '\\wkssvc', '\\srvsvc']
  const number = () => String(chance.number.int({ min: 1_000, max: 99_999_999 }))
  const pid = String(given.ProcessId ?? fields.ProcessId)
  const name = chance.helpers
    .arrayElement(own)
    .replaceAll('{pid}', pid)
    .replaceAll('{n}', number)
    .replaceAll('{time}', () => `1338${chance.string.numeric(14)}`)
  const [eventType] = namedValues(event.fields.find((field) => field.name === 'EventType'))
  return { fields: { ...fields, EventType: eventType ?? '', PipeName: name }, milliseconds }
}

const hosts = ['www', 'mail', 'intranet', 'files', 'login', 'updates', 'cdn', 'telemetry', 'calendar'] as const
const domains = ['contoso.example', 'fabrikam.example', 'northwind.example', 'adatum.example'] as const

/** A name that was looked up (22). */
export function filledDnsQuery(occasion: Occasion): Filled<FieldOf<22>> {
  const { given, chance } = occasion
  const { fields, milliseconds } = begun(occasion)
  const domain = chance.helpers.arrayElement(domains)
  const query = `${chance.helpers.arrayElement(hosts)}.${domain}`
  const usualStatus = chance.helpers.weightedArrayElement([
    { weight: 6, value: '0' },
    { weight: 2, value: '9003' },
    { weight: 2, value: '9502' },
    { weight: 1, value: '9701' },
  ])
  const status = givenText(given, 'QueryStatus') ?? statusOf(given) ?? usualStatus
  const answer = results(domain, chance)
  const own = { QueryName: query, QueryStatus: status, QueryResults: status === '0' ? answer : '-' }
  return { fields: { ...fields, ...own }, milliseconds }
}

/** A query that has results went well, and one without did not. */
function statusOf(given: Fields): string | null {
  const stated = givenText(given, 'QueryResults')
  if (stated === null) return null
  return stated === '-' || stated === '' ? '9502' : '0'
}

/** An alias now and then, then addresses: IPv4 as mapped IPv6, each ended by a semicolon. */
function results(domain: string, chance: Chance): string {
  const alias =
    chance.number.int({ min: 0, max: 2 }) === 0 ? `type:  5 edge-${chance.string.numeric(2)}.${domain};` : ''
  const count = chance.number.int({ min: 1, max: 3 })
  const addresses = Array.from({ length: count }, () => `::ffff:${documentationAddress('ipv4', chance)};`)
  return alias + addresses.join('')
}
