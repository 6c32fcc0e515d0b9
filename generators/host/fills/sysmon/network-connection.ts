import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Fields } from '../../../../sigma/index.ts'
import { type Family, familyOf } from '../../../values/address.ts'
import { portName, usualProtocol } from '../../machine/ports.ts'
import { documentationAddress } from '../../machine/profile.ts'
import { actorOf } from '../../processes/actor.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** Everything a network connection (Sysmon 3) holds beside its System block. */
export function filledNetworkConnection({ given, execution, host, chance }: Occasion): Filled<FieldOf<3>> {
  const { program, family } = execution
  const milliseconds = eventTime(given.UtcTime, null)
  const usualPort = chance.helpers.arrayElement(program.ports.length > 0 ? program.ports.slice(0, 2) : [443])
  const port = numberOr(given.DestinationPort, usualPort)
  const sourcePort = numberOr(given.SourcePort, chance.number.int({ min: 49_152, max: 65_535 }))
  const protocol = given.Protocol === 'udp' || given.Protocol === 'tcp' ? given.Protocol : usualProtocol(port)
  const initiated = given.Initiated !== false
  const spoken = statedFamily(given) ?? family
  const remote = documentationAddress(spoken, chance)
  const local = spoken === 'ipv4' ? host.ipv4 : host.ipv6
  const [source, destination] = initiated ? [local, remote] : [remote, local]
  const fields = {
    RuleName: '-',
    UtcTime: spelledTime(milliseconds),
    ...actorOf(execution, host, milliseconds, chance),
    Protocol: protocol,
    Initiated: initiated,
    SourceIsIpv6: isIpv6(given.SourceIp ?? source),
    SourceIp: source,
    SourceHostname: initiated ? host.computer : '-',
    SourcePort: sourcePort,
    SourcePortName: portName(protocol, sourcePort),
    DestinationIsIpv6: isIpv6(given.DestinationIp ?? destination),
    DestinationIp: destination,
    DestinationHostname: initiated ? '-' : host.computer,
    DestinationPort: port,
    DestinationPortName: portName(protocol, port),
  }
  return { fields, milliseconds }
}

/** The family that the given addresses speak, or else the given flags; null when nothing of that is given. */
function statedFamily(given: Fields): Family | null {
  for (const name of ['DestinationIp', 'SourceIp']) {
    const text = given[name]
    const family = typeof text === 'string' ? familyOf(text) : null
    if (family !== null) return family
  }
  for (const name of ['DestinationIsIpv6', 'SourceIsIpv6']) {
    const flag = given[name]
    if (typeof flag === 'boolean') return flag ? 'ipv6' : 'ipv4'
  }
  return null
}

function isIpv6(address: unknown): boolean {
  return typeof address === 'string' && address.includes(':')
}

function numberOr(value: unknown, other: number): number {
  return typeof value === 'number' ? value : other
}
