import { fold } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { registryPlaces, strangePlaces } from './registry-places.ts'

/** What a path in the registry is made of: what it begins with, holds and ends in, and what stands around that. */
export interface RegistryPathRequest {
  readonly start: string
  readonly middles: readonly string[]
  readonly end: string
  /** The hive of whoever acts: `HKU\` and a security identifier. */
  readonly hive: string
  readonly attempt: number
  readonly chance: Chance
}

/**
 * A path in the registry as Sysmon writes it, that holds the fragments in the letter case in which they are given: the
 * hive, then the keys below which such fragments usually lie, the highest fragment first. Later attempts take other keys.
 */
export function composedRegistryPath(request: RegistryPathRequest): string {
  const { middles, end, hive, attempt, chance } = request
  const depth = (fragment: string) => (rankOf(fragment) < 0 ? registryPlaces.length : rankOf(fragment))
  const ordered = middles.toSorted((one, other) => depth(one) - depth(other))
  const named = [request.start, ...ordered, end].filter((fragment) => fragment !== '')
  const isRooted = request.start !== '' || rankOf(named[0] ?? '') === 0
  const start = isRooted ? (named[0] ?? '') : ''
  const fragments = isRooted ? named.slice(1) : named
  const roll = chance.number.int({ min: 0, max: 7 })
  const lead = leadOf({ ...request, start }, fragments[0] ?? '', roll)
  const path = fragments.reduce((left, right) => joinedKeys(left, right, attempt), lead)
  const whole = path.replace(/S-1-5-21-$/, () => hive.slice('HKU\\'.length)).replace(/\{$/, opened)
  const isOpen = end === '' && (whole.endsWith('\\') || attempt % 8 > 3)
  return isOpen ? joinedKeys(whole, valueNames[(attempt + roll) % valueNames.length] ?? 'Contoso', attempt) : whole
}

const valueNames = ['ContosoSync', 'Version', 'ContosoSuite', 'UpdateCheck', '(Default)'] as const

/** The start that is asked for, made longer by where the first fragment lies, where the two agree. */
function leadOf({ start, hive, attempt }: RegistryPathRequest, first: string, roll: number): string {
  const rank = rankOf(first)
  const fitting = (places: readonly string[]) =>
    places
      .map((place) => inHive(place, hive))
      .filter((place) => place !== null && fold(place).startsWith(fold(start.replace(/\\$/, ''))))
  const usual = start !== '' && rank < 0 ? [start] : fitting(registryPlaces[rank]?.[1] ?? strangePlaces)
  // The likeliest key three times in four.
  const turn = Math.floor(attempt / 2) + (roll < 2 && attempt < 2 && usual.length > 1 ? 1 : 0)
  const known = [...usual, ...fitting(strangePlaces)]
  if (known.length === 0) return /^HKU\\?$/i.test(start) ? hive : start
  const chosen = known[turn % known.length] ?? ''
  // The start keeps its own letter case.
  return chosen.length > start.length ? start + chosen.slice(start.length) : start
}

/** The number of the first line of the table that knows the fragment; -1 for none. */
function rankOf(fragment: string): number {
  const bare = fragment.replace(/^\\/, '')
  return registryPlaces.findIndex(([shape]) => shape.test(bare))
}

/**
 * The place in the hive of the one who acts; null where that has none of it: mostly people register types of their own. A
 * hive of types is called by the SID, whatever its owner's hive is called.
 */
function inHive(place: string, hive: string): string | null {
  if (/\{classes\}|_$/.test(place) && !hive.includes('S-1-5-21-')) return null
  const named = place === '{user}_Classes' ? hive.replace('.DEFAULT', 'S-1-5-18') : hive
  return place.replace('{classes}', `${hive}_Classes`).replace('{user}', named)
}

/** The rest of an id that a fragment opens. */
const opened = '{6d8ff8d2-730d-11d4-bf42-00b0d0118b56}'

/** What usually lies between a key whose backslash is given and another fragment that begins with one. */
const between: readonly (readonly [RegExp, string])[] = [
  [/\\Office\\$/i, '16.0'],
  [/\\SYSTEM\\$/i, 'CurrentControlSet'],
  [/\\(?:CLSID|Providers|Credential Providers|InstalledSDB|TaskCache\\Tasks)\\$/i, opened],
  [/\\Certificates\\$/i, '0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43'],
  [/\\$/, 'ContosoSync'],
]

/** Two stretches of a path with one backslash between them, or with a key where each brings its own. */
function joinedKeys(left: string, right: string, attempt: number): string {
  if (left === '' || right === '') return left + right
  if (left.endsWith('{') && right.startsWith('\\')) return left.slice(0, -1) + opened + right
  if (right.startsWith('/')) return `${left}\\%USERPROFILE%${right}`
  if (right.startsWith(':')) return `${left.replace(/\\$/, '')}\\C${right}`
  if (right.startsWith('$')) return `${left.replace(/\\$/, '')}\\helpdesk${right}`
  // The hive of somebody's types has its ending once, in the letter case that is asked for.
  if (/_Classes$/i.test(left) && /^_Classes/i.test(right)) return left.slice(0, -'_Classes'.length) + right
  if (right.startsWith('_') || left.endsWith('_')) return left + right
  if (right === 'ControlSet') return `${left.replace(/\\$/, '')}\\CurrentControlSet`
  if (!right.startsWith('\\')) return left.endsWith('\\') ? left + right : `${left}\\${right}`
  if (!left.endsWith('\\')) return left + right
  const key = attempt % 2 === 0 ? between.find(([shape]) => shape.test(left))?.[1] : undefined
  return key === undefined ? left + right.slice(1) : left + key + right
}
