import { type Chance, chanceOf, personName, startOfTime } from '../../chance.ts'
import { serviceLogons } from '../../facts/accounts.ts'
import type { ServiceAccount } from '../../values/account-languages.ts'
import { spelledAddress } from '../../values/address.ts'
import { accountIn, serviceSids } from '../../values/localized-accounts.ts'
import { formatGuid, hex, logonTail } from '../../values/sysmon-guid.ts'

/** The machine that all made events of one seed come from. */
export interface Host {
  /** The full name, as Computer has it. */
  readonly computer: string
  /** The NetBIOS name of the domain, first half of User. */
  readonly domain: string
  readonly people: readonly Session[]
  /** The machine part of every GUID. */
  readonly machine: string
  readonly boot: number
  readonly bootSeconds: number
  readonly sysmonProcessId: number
  /** The authority part that the SIDs of its domain share: `S-1-5-21-` and three numbers. */
  readonly domainSid: string
  readonly ipv4: string
  readonly ipv6: string
}

/** Somebody's logon. */
export interface Session {
  /** `DOMAIN\name`. */
  readonly user: string
  /** The profile folder's name. */
  readonly name: string
  readonly logonId: string
  readonly logonSeconds: number
  readonly terminal: number
  readonly integrity: string
  /** The security identifier. */
  readonly sid: string
}

const domains = ['ADATUM', 'CONTOSO', 'FABRIKAM', 'LITWARE', 'NORTHWIND', 'PROSEWARE', 'TAILSPIN', 'WINGTIP'] as const

/** Every solve and every step of a recipe asks for the host of its seed; a run has few seeds. */
const hosts = new Map<string, Host>()
const mostHosts = 64

/** The host of a seed. */
export function hostOf(seed: string): Host {
  const known = hosts.get(seed)
  if (known !== undefined) return known
  if (hosts.size >= mostHosts) hosts.clear()
  const host = madeHost(seed)
  hosts.set(seed, host)
  return host
}

function madeHost(seed: string): Host {
  const chance = chanceOf(seed, 'host')
  const domain = chance.helpers.arrayElement(domains)
  const bootSeconds = Math.floor(startOfTime / 1000) - chance.number.int({ min: 90_000, max: 400_000 })
  const profile = {
    computer: `WS-${chance.string.numeric(4)}.${domain.toLowerCase()}.example`,
    domain,
    people: [0, 1, 2].map((index) => person(domain, bootSeconds, index, chance)),
    machine: hex(BigInt(chance.number.int({ min: 0x01000000, max: 0xfffffffe })), 8),
    boot: chance.number.int({ min: 4, max: 160 }),
    bootSeconds,
    sysmonProcessId: chance.number.int({ min: 500, max: 1200 }) * 4,
    ipv4: `10.${chance.number.int({ min: 10, max: 60 })}.${chance.number.int({ min: 1, max: 250 })}.${chance.number.int({ min: 20, max: 240 })}`,
    ipv6: documentationAddress('ipv6', chance),
  }
  const domainSid = `S-1-5-21-${[0, 1, 2].map(() => chance.number.int({ min: 1e8, max: 4e9 })).join('-')}`
  const people = profile.people.map((each, index) => ({ ...each, sid: `${domainSid}-${1104 + index * 7}` }))
  return { ...profile, people, domainSid }
}

/** An address of the ranges kept for documentation, so that no made event accuses a real machine. */
export function documentationAddress(family: 'ipv4' | 'ipv6', chance: Chance): string {
  if (family === 'ipv4') {
    const network = chance.helpers.arrayElement(['192.0.2', '198.51.100', '203.0.113'] as const)
    return `${network}.${chance.number.int({ min: 1, max: 254 })}`
  }
  const rest = Array.from({ length: 12 }, () => chance.number.int({ min: 0, max: 255 }))
  return spelledAddress([0x20, 0x01, 0x0d, 0xb8, ...rest])
}

function person(domain: string, bootSeconds: number, index: number, chance: Chance): Omit<Session, 'sid'> {
  const part = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')
  const { first, last } = personName(chance)
  const name = `${part(first)}.${part(last)}`
  return {
    user: `${domain}\\${name}`,
    name,
    logonId: `0x${chance.number.int({ min: 0x20000, max: 0x6ffffff }).toString(16)}`,
    logonSeconds: bootSeconds + chance.number.int({ min: 60, max: 7_000 }),
    terminal: index + 1,
    integrity: index === 0 ? 'High' : 'Medium',
  }
}

/** The logon of a service account, under the name given or its English one. */
export function serviceSession(
  host: Host,
  account: ServiceAccount,
  user: string = accountIn(account, 'English'),
): Session {
  const [logonId, sid] = [serviceLogons[account], serviceSids[account]]
  return { user, name: 'Public', logonId, logonSeconds: host.bootSeconds + 2, terminal: 0, integrity: 'System', sid }
}

/** Everybody who is logged on: the people with both of their logons, then the service accounts in English. */
export function allSessions(host: Host): readonly Session[] {
  const services = (['SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE'] as const).map((each) => serviceSession(host, each))
  return [...host.people, ...host.people.map(linkedSession), ...services]
}

/**
 * The other logon of a person: Windows makes an elevated and a limited one at once, the elevated with the lower number.
 * Of 256 recorded logons none has processes at both levels.
 */
export function linkedSession(session: Session): Session {
  const isElevated = session.integrity === 'High'
  const logonId = `0x${(Number(session.logonId) + (isElevated ? 0x2e : -0x2e)).toString(16)}`
  return { ...session, logonId, integrity: isElevated ? 'Medium' : 'High' }
}

/** The GUID of a logon. */
export function logonGuid(host: Host, session: Session): string {
  const tail = logonTail(session.logonId) ?? '0000000000000000'
  return formatGuid({ machine: host.machine, seconds: session.logonSeconds, tail })
}
