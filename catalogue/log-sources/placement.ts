import { channelsOfProvider, linuxSysmon } from './channels.ts'
import { windowsServices } from './services.ts'

/** The log source that a channel or a provider tells (semantics 6.1). */
export interface Placement {
  readonly product: 'windows' | 'linux'
  /** The channels it can be, in lower case; empty for another system's. */
  readonly channels: readonly string[]
  readonly services: readonly string[]
  /** The tables know one of the channels, so that the event is of their services and of no other. */
  readonly isKnown: boolean
}

const linux: Placement = { product: 'linux', channels: [], services: ['sysmon'], isKnown: false }

/** The services that read a channel, by its name in lower case. */
const servicesOfChannel: ReadonlyMap<string, readonly string[]> = grouped(
  Object.entries(windowsServices).flatMap(([service, channels]) =>
    channels.map((channel) => [channel.toLowerCase(), service] as const),
  ),
)

/** A provider writes to the channels that are called like it, or like it and what stands behind a `/`. */
const channelsNamedAfter: ReadonlyMap<string, readonly string[]> = grouped(
  [...servicesOfChannel.keys()].flatMap((channel) =>
    [...channel.matchAll(/\/|$/g)].map(({ index }) => [channel.slice(0, index), channel] as const),
  ),
)

const byChannel: ReadonlyMap<string, Placement> = new Map([
  ...[...servicesOfChannel.keys()].map((channel) => [channel, onChannels([channel])] as const),
  ...linuxSysmon.map((name) => [name.toLowerCase(), linux] as const),
])

const byProvider: ReadonlyMap<string, Placement> = new Map([
  ...[...channelsNamedAfter].map(([provider, channels]) => [provider, onChannels(channels)] as const),
  ...Object.entries(channelsOfProvider).map(
    ([provider, channels]) =>
      [provider.toLowerCase(), onChannels(channels.map((channel) => channel.toLowerCase()))] as const,
  ),
  ...linuxSysmon.map((name) => [name.toLowerCase(), linux] as const),
])

/** Where an event of this channel, else of this provider, comes from; null where neither is told. Letter case is ignored. */
export function placementOf(channel: string | null, provider: string | null): Placement | null {
  const writer = provider?.toLowerCase() ?? null
  const ofWriter = writer === null ? undefined : byProvider.get(writer)
  if (channel === null) return writer === null ? null : (ofWriter ?? onChannels([writer]))
  if (ofWriter === linux) return linux
  const log = channel.toLowerCase()
  return byChannel.get(log) ?? onChannels([log])
}

function onChannels(channels: readonly string[]): Placement {
  const services = Object.keys(windowsServices).filter((service) =>
    channels.some((channel) => servicesOfChannel.get(channel)?.includes(service)),
  )
  return { product: 'windows', channels, services, isKnown: channels.some((channel) => servicesOfChannel.has(channel)) }
}

function grouped(pairs: readonly (readonly [key: string, value: string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(pairs, ([key]) => key)
  return new Map([...groups].map(([key, of]) => [key, of.map(([, value]) => value)]))
}
