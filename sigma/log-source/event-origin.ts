import { type Fields, fieldValue } from '../event.ts'
import { textOf } from '../values/text-of.ts'
import { windowsServices } from './windows-services.ts'

/** Where an event comes from, as far as it tells (semantics 6.1). All text in lower case. */
export interface EventOrigin {
  readonly product: 'windows' | 'linux'
  /** It has a channel or provider; else the product is only likely. */
  readonly isCertain: boolean
  /** The channels it can be of; null when it names neither channel nor provider. Empty: one that rules do not know. */
  readonly channels: readonly string[] | null
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

/** The origin of an event by its Channel, Provider_Name and EventID; null where nothing can be derived. */
export function originOf(fields: Fields): EventOrigin | null {
  const channel = textIn(fields, 'Channel')
  const provider = textIn(fields, 'Provider_Name')
  if (channel === null && provider === null) {
    if (textIn(fields, 'EventID') === null) return null
    return { product: 'windows', isCertain: false, channels: null, services: [] }
  }
  if (linuxSysmon.includes(channel ?? '') || linuxSysmon.includes(provider ?? '')) {
    return { product: 'linux', isCertain: true, channels: [], services: ['sysmon'] }
  }
  const channels = channel === null ? channelsOf(provider ?? '') : [channel]
  return { product: 'windows', isCertain: true, channels, services: servicesOf(channels) }
}

/** Whether the tables know the channel, so that the event is of their services and of no other. */
export function isKnownChannel(channel: string): boolean {
  return knownChannels.has(channel)
}

/** The text of a field in lower case; null when it has none. */
export function textIn(fields: Fields, field: string): string | null {
  const value = fieldValue(fields, field)
  return value === undefined ? null : (textOf(value)?.toLowerCase() ?? null)
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
