import { type EventField, type FieldFormat, jsonTypeOf } from '../../../catalogue/index.ts'
import { type Fields, type Json, type Leaf, leafMatches } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { portsToTry } from '../../host/machine/ports.ts'
import { type Host, serviceSession } from '../../host/machine/profile.ts'
import { userHive } from '../../host/machine/registry-values.ts'
import { homeOf, sessionNamed } from '../../host/machine/sessions.ts'
import { usualValues } from '../../host/usual-values.ts'
import { ownValue } from '../../own-value.ts'
import type { Family } from '../../values/address.ts'
import { usualAddressIn } from '../../values/network-edges.ts'
import { habitualValue } from '../../values/plausible.ts'
import { composedText } from '../compose/compose-text.ts'
import {
  type ForeignFormat,
  foreignFormat,
  foreignTextOf,
  isAtHome,
  isOfWindowsLog,
  usualOfWindows,
} from '../compose/foreign-format.ts'
import { pieceFor } from '../operators/operators.ts'
import { type Domain, holdsValue } from '../theory/domain.ts'
import { addressCandidates } from './address-candidates.ts'
import type { FieldDemand } from './demands.ts'
import { numberCandidates } from './number-candidates.ts'

/** A value for a field, or its absence. */
export type Met = { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'absent' }

/** What there is to choose a value from. */
export interface Stock {
  /** A realistic event that the value will stand in. */
  readonly base: Fields
  /** The field's description; null where the catalogue has none. */
  readonly field: EventField | null
  readonly host: Host
  readonly family: Family
  readonly chance: Chance
  /** What the field can hold in the world that the event is for. */
  readonly domain: Domain
}

/** How often a text is put together in another way before its field is given up. */
const attempts = 24

/** Whether an event with this value meets the demand. */
export function meets(demand: FieldDemand, fields: Fields): boolean {
  return (
    demand.must.every((leaf) => leafMatches(leaf, fields)) && !demand.mustNot.some((leaf) => leafMatches(leaf, fields))
  )
}

/**
 * A value that meets a demand on one field: the realistic one if it does, else one of its type, else a text put together
 * from what the leaves want, else any. Null means that none was found, not that there is none.
 */
export function metDemand(name: string, demand: FieldDemand, stock: Stock): Met | null {
  const { base, domain } = stock
  const present = ownValue(base, name)
  const isHeld = present !== undefined && holdsValue(domain, present) && meets(demand, base)
  if (isHeld && isAtHome(present, foreignIn(name, demand, stock))) return { kind: 'value', value: present }
  for (const value of candidates(name, demand, stock)) {
    if (holdsValue(domain, value) && meets(demand, { ...base, [name]: value })) return { kind: 'value', value }
  }
  const rest = Object.fromEntries(Object.entries(base).filter(([key]) => key !== name))
  if (domain.absent && meets(demand, rest)) return { kind: 'absent' }
  return domain.null && meets(demand, { ...base, [name]: null }) ? { kind: 'value', value: null } : null
}

function* candidates(name: string, demand: FieldDemand, stock: Stock): Generator<Json, void> {
  const { field, base, family, chance } = stock
  const type = field === null ? null : jsonTypeOf(field)
  const isPort = field?.format === 'port'
  if (type === 'boolean') yield* [true, false]
  if (type === 'number' || type === null)
    yield* numberCandidates(isPort ? { ...demand, mustNot: [] } : demand, field?.format ?? null, chance)
  if (type === null) yield* booleans(demand.must)
  if (isPort) yield* portsToTry(name.startsWith('Source'), chance)
  if (field?.format === 'address' || field === null) yield* addressesWanted(demand.must, chance)
  if (field?.format === 'address') yield* addressCandidates(demand.must, family, chance)
  if (field !== null) yield* usualValues(name, field, demand.must.length === 0, stock)
  else yield* habits(name, demand, stock)
  yield* others(demand.must, base)
  for (let attempt = 0; attempt < attempts; attempt += 1) yield* texts(name, demand, attempt, stock)
  if (field === null) yield* addressCandidates(demand.must, family, chance)
  yield ''
}

/** Addresses from within the networks that are wanted, where people have theirs. */
function addressesWanted(must: readonly Leaf[], chance: Chance): readonly string[] {
  const networks = must.flatMap(({ test }) => (test.operator === 'cidr' ? [test.network] : []))
  return networks.flatMap((network) => [0, 1, 2].map(() => usualAddressIn(network, chance)))
}

/** What a field that no catalogue describes may hold by its name, where that can stand in this event. */
function habits(name: string, demand: FieldDemand, stock: Stock): readonly Json[] {
  const foreign = foreignIn(name, demand, stock)
  const values = Array.from({ length: 4 }, () => habitualValue(name, stock.chance, isOfWindowsLog(stock.base)))
  return values.filter((value) => value !== null).filter((value) => isAtHome(value, foreign))
}

function foreignIn(name: string, { must }: FieldDemand, { field, base, chance }: Stock): ForeignFormat {
  if (field !== null) return { kind: 'text' }
  return foreignFormat(
    name,
    must.flatMap(({ test }) => pieceFor(test, 0, chance) ?? []),
    base,
  )
}

function* booleans(must: readonly Leaf[]): Generator<boolean, void> {
  for (const { test } of must) if (test.operator === 'boolean') yield test.value
}

/** The values of other fields that a fieldref compares with. */
function* others(must: readonly Leaf[], base: Fields): Generator<Json, void> {
  for (const { test } of must) {
    const value = test.operator === 'fieldref' ? ownValue(base, test.field) : undefined
    if (value !== undefined) yield value
  }
}

function* texts(name: string, demand: FieldDemand, attempt: number, stock: Stock): Generator<string, void> {
  const { base, host, chance, field } = stock
  const pieces = demand.must.flatMap(({ test }) => pieceFor(test, attempt, chance) ?? [])
  const foreign = field === null ? foreignFormat(name, pieces, base) : null
  const format: FieldFormat = field?.format ?? (foreign?.kind === 'windows' ? foreign.format : 'text')
  const own = String(ownValue(base, name) ?? '')
  const usual = foreign !== null && !isAtHome(own, foreign) ? (usualOfWindows[format] ?? '') : own
  const userNames = ['User', name.startsWith('Target') ? 'TargetUser' : 'SourceUser']
  const user = String(userNames.map((each) => ownValue(base, each)).find((each) => each !== undefined) ?? '')
  const somebody = host.people.find((each) => each.user === user) ?? host.people[0] ?? serviceSession(host, 'SYSTEM')
  const actor = user === '' ? somebody : sessionNamed(user, somebody, host)
  // Who runs a program is settled by where the program lies, and not before.
  const home = homeOf(actorImages.includes(name) ? somebody : actor)
  const place = { domain: host.domain, person: somebody.name, home, hive: userHive(actor) }
  const setting = { format, usual, ...place, attempt, chance }
  const foreignOne = foreign === null ? null : foreignTextOf(foreign, pieces, usual, attempt, chance)
  if (foreignOne !== null && pieces.length > 0) yield foreignOne
  const text = pieces.length === 0 ? unasked(format, chance) : composedText(pieces, setting)
  // Sysmon doubles every percent sign of a command line; a text that allows it is spelled so.
  if (name === 'CommandLine') yield text.replaceAll(/%+/g, (run) => (run.length % 2 === 0 ? run : `${run}%`))
  yield text
}

/** The fields with the program of whoever acts. */
const actorImages: readonly string[] = ['Image', 'SourceImage', 'NewProcessName']

/** A text where nothing is wanted but that some leaves do not match, and nothing usual will do. */
function unasked(format: FieldFormat, chance: Chance): string {
  const word = chance.string.alpha({ length: 6, casing: 'lower' })
  return format === 'path' ? `C:\\ProgramData\\Contoso\\${word}.dat` : word
}
