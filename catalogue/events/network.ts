import {
  account,
  address,
  dnsResults,
  flag,
  guid,
  hostName,
  often,
  oneOf,
  path,
  pipeName,
  port,
  processId,
  text,
  time,
} from '../describe-field.ts'
import { type SysmonEvent, sysmonEvent } from '../sysmon-event.ts'

/** A pipe that was made or joined: Image and User stand last. */
function pipeEvent(id: number, eventType: string, name: string, alias: string): SysmonEvent {
  return sysmonEvent({
    id,
    version: 1,
    name,
    aliases: [alias],
    categories: ['pipe_created'],
    fields: [
      text('RuleName', '4.1'),
      oneOf('EventType', '4.21', eventType),
      time('UtcTime', '3.3'),
      guid('ProcessGuid', '3.3'),
      processId('ProcessId', '3.3'),
      pipeName('PipeName', '3.3'),
      path('Image', '3.3'),
      account('User', '4.80'),
    ],
  })
}

/** Events about talking to others: 3, 17, 18 and 22. Fields in their order, schema 4.90. */
export const networkEvents: readonly SysmonEvent[] = [
  sysmonEvent({
    id: 3,
    version: 5,
    name: 'network connection',
    aliases: ['network connect', 'network connection detected'],
    categories: ['network_connection'],
    fields: [
      text('RuleName', '4.1'),
      time('UtcTime', '2.0'),
      guid('ProcessGuid', '2.0'),
      processId('ProcessId', '2.0'),
      path('Image', '2.0'),
      account('User', '2.0'),
      oneOf('Protocol', '2.0', 'tcp', 'udp'),
      flag('Initiated', '2.0'),
      flag('SourceIsIpv6', '2.0'),
      address('SourceIp', '2.0'),
      hostName('SourceHostname', '2.0'),
      port('SourcePort', '2.0'),
      text('SourcePortName', '2.0'),
      flag('DestinationIsIpv6', '2.0'),
      address('DestinationIp', '2.0'),
      hostName('DestinationHostname', '2.0'),
      port('DestinationPort', '2.0'),
      text('DestinationPortName', '2.0'),
    ],
  }),
  pipeEvent(17, 'CreatePipe', 'pipe creation', 'pipe created'),
  pipeEvent(18, 'ConnectPipe', 'pipe connection', 'pipe connected'),
  sysmonEvent({
    id: 22,
    version: 5,
    name: 'DNS query',
    aliases: [],
    categories: ['dns_query'],
    fields: [
      text('RuleName', '4.21'),
      time('UtcTime', '4.21'),
      guid('ProcessGuid', '4.21'),
      processId('ProcessId', '4.21'),
      hostName('QueryName', '4.21'),
      often('QueryStatus', '4.21', '0', '9003', '9501', '9502', '9701', '1460'),
      dnsResults('QueryResults', '4.21'),
      path('Image', '4.21'),
      account('User', '4.80'),
    ],
  }),
]
