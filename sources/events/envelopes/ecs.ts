import type { EventId, FieldOf, SysmonEventId } from '../../../catalogue/index.ts'
import { isList, type Json, type JsonObject } from '../../../sigma/index.ts'
import { at, firstAt, named } from './paths.ts'

/** Where a document has fields of the catalogue. */
type EcsNames = Readonly<Partial<Record<FieldOf<EventId>, string>>>

const ownProcess: EcsNames = { ProcessGuid: 'process.entity_id', ProcessId: 'process.pid', Image: 'process.executable' }

const sourceProcess: EcsNames = {
  SourceProcessId: 'process.pid',
  SourceThreadId: 'process.thread.id',
  SourceImage: 'process.executable',
}

const resource = (of: string): EcsNames => ({
  FileVersion: `${of}.pe.file_version`,
  Description: `${of}.pe.description`,
  Product: `${of}.pe.product`,
  Company: `${of}.pe.company`,
  OriginalFileName: `${of}.pe.original_file_name`,
})

const signature = (of: string): EcsNames => ({
  Signed: `${of}.code_signature.signed`,
  Signature: `${of}.code_signature.subject_name`,
  SignatureStatus: `${of}.code_signature.status`,
})

const file: EcsNames = { ...ownProcess, TargetFilename: 'file.path' }
const registry: EcsNames = { ...ownProcess, TargetObject: 'registry.path', Details: 'registry.data.strings' }
const pipe: EcsNames = { ...ownProcess, PipeName: 'file.name' }

const creation: EcsNames = {
  ...ownProcess,
  ...resource('process'),
  CommandLine: 'process.command_line',
  CurrentDirectory: 'process.working_directory',
  ParentProcessGuid: 'process.parent.entity_id',
  ParentProcessId: 'process.parent.pid',
  ParentImage: 'process.parent.executable',
  ParentCommandLine: 'process.parent.command_line',
}

const connection: EcsNames = {
  ...ownProcess,
  Protocol: 'network.transport',
  SourceIp: 'source.ip',
  SourceHostname: 'source.domain',
  SourcePort: 'source.port',
  DestinationIp: 'destination.ip',
  DestinationHostname: 'destination.domain',
  DestinationPort: 'destination.port',
}

const loaded: EcsNames = { ImageLoaded: 'file.path', ...resource('file'), ...signature('file') }
const query: EcsNames = { ...ownProcess, QueryName: 'dns.question.name', QueryStatus: 'sysmon.dns.status' }
const gone: EcsNames = { ...file, IsExecutable: 'sysmon.file.is_executable', Archived: 'sysmon.file.archived' }

/** Where Elastic's modules put each field of an event, by its id: Sysmon's events, and those of the Security log. */
const byEvent: Readonly<Record<SysmonEventId | 4624 | 4688, EcsNames>> = {
  1: creation,
  2: file,
  3: connection,
  4: {},
  5: ownProcess,
  6: loaded,
  7: { ...ownProcess, ...loaded },
  8: { ...sourceProcess, SourceProcessGuid: 'process.entity_id' },
  9: { ...ownProcess, Device: 'file.path' },
  10: { ...sourceProcess, SourceProcessGUID: 'process.entity_id' },
  11: file,
  12: registry,
  13: registry,
  14: registry,
  15: { ...file, Contents: 'winlog.event_data.Contents' },
  16: {},
  17: pipe,
  18: pipe,
  19: {},
  20: { Destination: 'process.executable' },
  21: {},
  22: query,
  23: gone,
  24: ownProcess,
  25: { ...ownProcess, Type: 'message' },
  26: gone,
  27: gone,
  28: gone,
  29: gone,
  255: { ID: 'error.code' },
  4624: { IpAddress: 'source.ip', IpPort: 'source.port', WorkstationName: 'source.domain' },
  4688: {
    NewProcessName: 'process.executable',
    NewProcessId: 'process.pid',
    CommandLine: 'process.command_line',
    ParentProcessName: 'process.parent.executable',
    ProcessId: 'process.parent.pid',
  },
}

const namesOf: ReadonlyMap<string, EcsNames> = new Map(Object.entries(byEvent))

/** Where each field stands in a document of ECS whatever the event is: what the built-in mapping `ecs` takes. */
export const ecsNames: EcsNames = { ...loaded, ...query, ...registry, ...connection, ...file, ...creation }

type WithHashes = {
  [Id in SysmonEventId]: [Extract<FieldOf<Id>, 'Hash' | 'Hashes'>] extends [never] ? never : Id
}[SysmonEventId]

/** Where ECS keeps the hashes of what an event is about, the one it is known by first. */
const hashesOf: Readonly<Record<WithHashes, readonly string[]>> = {
  1: ['process'],
  6: ['file'],
  7: ['file'],
  15: ['file'],
  23: ['file', 'process'],
  24: ['process'],
  26: ['file', 'process'],
  27: ['file', 'process'],
  28: ['file', 'process'],
  29: ['file', 'process'],
}

const keepersOfHashes: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(hashesOf))

/** The event's own fields that a document of ECS holds, by the event's id; those of no known event: none. */
export function fieldsOfEcs(json: JsonObject, eventId: string): JsonObject {
  const fields = named(json, namesOf.get(eventId) ?? {})
  const user = userIn(json)
  const hashes =
    (keepersOfHashes.get(eventId) ?? []).map((of) => hashesIn(json, of)).find((each) => each !== null) ?? null
  return {
    ...fields,
    ...asSysmonHas(json, eventId),
    ...(user === null || Number(eventId) > 255 ? {} : { User: user }),
    ...(hashes === null ? {} : { [eventId === '15' ? 'Hash' : 'Hashes']: hashes }),
  }
}

/** What ECS says in words of its own. */
function asSysmonHas(json: JsonObject, eventId: string): JsonObject {
  if (eventId === '3') {
    const direction = String(at(json, 'network.direction') ?? '')
    if (/^(?:egress|outbound)$/i.test(direction)) return { Initiated: 'true' }
    return /^(?:ingress|inbound)$/i.test(direction) ? { Initiated: 'false' } : {}
  }
  if (eventId !== '22') return {}
  const addresses = at(json, 'dns.resolved_ip')
  const listed = (isList(addresses) ? addresses : [addresses]).flatMap((each) =>
    typeof each === 'string' ? [each] : [],
  )
  const results = listed.map((each) => `${each.includes(':') ? each : `::ffff:${each}`};`).join('')
  return {
    ...(results === '' ? {} : { QueryResults: results }),
    ...(at(json, 'sysmon.dns.status') === 'SUCCESS' ? { QueryStatus: '0' } : {}),
  }
}

function userIn(json: JsonObject): Json | null {
  const name = at(json, 'user.name')
  const domain = at(json, 'user.domain')
  if (typeof name !== 'string') return null
  return typeof domain === 'string' && domain !== '' ? `${domain}\\${name}` : name
}

/** Sysmon's list of the hashes, in its order. */
function hashesIn(json: JsonObject, of: string): string | null {
  const parts = [
    ['SHA1', firstAt(json, `${of}.hash.sha1`)],
    ['MD5', firstAt(json, `${of}.hash.md5`)],
    ['SHA256', firstAt(json, `${of}.hash.sha256`)],
    ['IMPHASH', firstAt(json, `${of}.pe.imphash`, `${of}.hash.imphash`)],
  ].flatMap(([name, value]) => (typeof value === 'string' ? [`${name}=${value.toUpperCase()}`] : []))
  return parts.length === 0 ? null : parts.join(',')
}
