import type { FieldName } from '../../../catalogue/index.ts'

/** What other schemas call a field, in lower case, and what the events of Windows may call it: the first that they have. */
const otherSpellings: Readonly<Record<string, readonly FieldName[]>> = {
  'destination.domain': ['DestinationHostname'],
  'destination.ip': ['DestinationIp'],
  'destination.port': ['DestinationPort'],
  'dll.path': ['ImageLoaded'],
  'dns.question.name': ['QueryName'],
  'dns.resolved_ip': ['QueryResults'],
  'event.code': ['EventID'],
  'event.provider': ['Provider_Name'],
  'file.path': ['TargetFilename', 'ImageLoaded'],
  'host.name': ['Computer'],
  'network.protocol': ['Protocol'],
  'network.transport': ['Protocol'],
  'process.args': ['CommandLine'],
  'process.command_line': ['CommandLine'],
  'process.entity_id': ['ProcessGuid'],
  'process.executable': ['Image', 'SourceImage', 'NewProcessName', 'ProcessName'],
  'process.name': ['Image', 'SourceImage', 'NewProcessName', 'ProcessName'],
  'process.parent.args': ['ParentCommandLine'],
  'process.parent.command_line': ['ParentCommandLine'],
  'process.parent.entity_id': ['ParentProcessGuid'],
  'process.parent.executable': ['ParentImage', 'ParentProcessName'],
  'process.parent.name': ['ParentImage', 'ParentProcessName'],
  'process.parent.pid': ['ParentProcessId'],
  'process.pe.original_file_name': ['OriginalFileName'],
  'process.pid': ['ProcessId', 'SourceProcessId'],
  'process.working_directory': ['CurrentDirectory'],
  'registry.data.strings': ['Details'],
  'registry.path': ['TargetObject'],
  'source.domain': ['SourceHostname', 'WorkstationName'],
  'source.ip': ['SourceIp', 'IpAddress'],
  'source.port': ['SourcePort', 'IpPort'],
  'user.name': ['User', 'TargetUserName'],
  'winlog.channel': ['Channel'],
  'winlog.computer_name': ['Computer'],
  'winlog.event_id': ['EventID'],
  'winlog.provider_name': ['Provider_Name'],
  'winlog.record_id': ['EventRecordID'],
  account_domain: ['TargetDomainName'],
  account_name: ['TargetUserName'],
  computername: ['Computer'],
  event_id: ['EventID'],
  eventcode: ['EventID'],
  filename: ['TargetFilename', 'ImageLoaded'],
  filepath: ['TargetFilename', 'ImageLoaded'],
  hostname: ['Computer'],
  newprocessname: ['Image'],
  parentprocessname: ['ParentImage'],
  process: ['Image'],
  process_command_line: ['CommandLine'],
  process_name: ['Image', 'ProcessName'],
  processcommandline: ['CommandLine'],
  processname: ['Image'],
  processpath: ['Image'],
  source_network_address: ['IpAddress'],
  source_port: ['IpPort'],
  sourceaddress: ['SourceIp', 'IpAddress'],
  workstation_name: ['WorkstationName'],
}

/** What events with these fields call one that is spelled as another schema spells it; null where nothing is known. */
export function ownSpelling(name: string, fields: ReadonlySet<string>): string | null {
  const key = name.toLowerCase()
  const known: readonly string[] = Object.hasOwn(otherSpellings, key) ? (otherSpellings[key] ?? []) : []
  return [...known, ...lastParts(name)].find((each) => fields.has(each)) ?? null
}

/** `winlog.event_data.Image`, `EventData/Image`, `event_data_Image`: what stands behind the envelope's own part. */
function lastParts(name: string): readonly string[] {
  return [...name.matchAll(/[._/]/g)].map(({ index }) => name.slice(index + 1)).reverse()
}
