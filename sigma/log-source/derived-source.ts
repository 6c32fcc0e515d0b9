import type { Origin } from '../origin.ts'
import { windowsServices } from './windows-services.ts'

/** The log source that an event's origin tells (semantics 6.1). All text in lower case. */
export interface DerivedSource {
  readonly product: 'windows' | 'linux'
  /** The channels it can be of; empty: one that rules do not know. */
  readonly channels: readonly string[]
  readonly services: readonly string[]
}

const linuxSysmon = ['linux-sysmon', 'linux-sysmon/operational']

const knownChannels: ReadonlySet<string> = new Set(
  Object.values(windowsServices).flatMap((channels) => channels.map((channel) => channel.toLowerCase())),
)

/** Providers whose channel is not named after them. */
const channelsOfProvider: Readonly<Record<string, readonly string[]>> = {
  'microsoft-windows-security-auditing': ['security'],
  'microsoft-windows-eventlog': ['security', 'system'],
  powershell: ['windows powershell'],
  'service control manager': ['system'],
}

/** One event is asked for by every rule. */
const derived = new WeakMap<Origin, DerivedSource | null>()

/**
 * The log source of an event by its channel, else by its provider; null where it names neither. An event id alone says
 * nothing: others than Windows number their events too (amendment 4).
 */
export function derivedSource(origin: Origin): DerivedSource | null {
  const known = derived.get(origin)
  if (known !== undefined) return known
  const source = derivedFrom(origin.channel?.toLowerCase() ?? null, origin.provider?.toLowerCase() ?? null)
  derived.set(origin, source)
  return source
}

function derivedFrom(channel: string | null, provider: string | null): DerivedSource | null {
  if (channel === null && provider === null) return null
  if (linuxSysmon.includes(channel ?? '') || linuxSysmon.includes(provider ?? '')) {
    return { product: 'linux', channels: [], services: ['sysmon'] }
  }
  const channels = channel === null ? channelsOf(provider ?? '') : [channel]
  return { product: 'windows', channels, services: servicesOf(channels) }
}

/** Whether the tables know the channel, so that the event is of their services and of no other. */
export function isKnownChannel(channel: string): boolean {
  return knownChannels.has(channel)
}

function channelsOf(provider: string): readonly string[] {
  const own = Object.hasOwn(channelsOfProvider, provider) ? channelsOfProvider[provider] : undefined
  if (own !== undefined) return own
  const named = [...knownChannels].filter((channel) => channel === provider || channel.startsWith(`${provider}/`))
  return named.length > 0 ? named : [provider]
}

function servicesOf(channels: readonly string[]): readonly string[] {
  return Object.entries(windowsServices)
    .filter(([, names]) => names.some((name) => channels.includes(name.toLowerCase())))
    .map(([service]) => service)
}
