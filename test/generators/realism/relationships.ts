import {
  isOldProcessTail,
  logonTail,
  oldLogonTail,
  parsedGuid,
  zeroGuid,
} from '../../../generators/values/sysmon-guid.ts'
import { facts } from '../../../generators/violations/violations.ts'
import type { Fields } from '../../../sigma/index.ts'
import type { Tell } from './field-checks.ts'
import type { Placed } from './recorded.ts'

/** The process creations of a set of events, by the GUID of the process. */
export type Creations = ReadonlyMap<string, Fields>

/** Finds them. */
export function creationsIn(events: readonly Placed[]): Creations {
  return new Map(
    events.flatMap(({ fields }) =>
      fields.EventID === 1 && typeof fields.ProcessGuid === 'string' ? [[fields.ProcessGuid, fields] as const] : [],
    ),
  )
}

/** Whether a row of the schema's relationships holds; null where it says nothing. */
type Row = (text: (name: string) => string, fields: Fields, creations: Creations) => boolean | null

/** The names that events have for a process and its image. */
const images = [
  ['ProcessGuid', 'Image'],
  ['SourceProcessGuid', 'SourceImage'],
  ['TargetProcessGuid', 'TargetImage'],
  ['SourceProcessGUID', 'SourceImage'],
  ['TargetProcessGUID', 'TargetImage'],
] as const

const services: Readonly<Record<string, string>> = {
  'NT AUTHORITY\\SYSTEM': '0x3e7',
  'NT AUTHORITY\\LOCAL SERVICE': '0x3e5',
  'NT AUTHORITY\\NETWORK SERVICE': '0x3e4',
}

/** Every row of "Relationships, checked", and what a synthesizer must respect beside them. */
export const rows: Readonly<Record<string, Row>> = {
  'guid-seconds': (text, { EventID }) => {
    const guid = EventID === 1 ? parsedGuid(text('ProcessGuid')) : null
    return guid === null
      ? null
      : guid.seconds === Math.floor(Date.parse(`${text('UtcTime').replace(' ', 'T')}Z`) / 1000)
  },
  'logonguid-logonid-new': (text) => {
    const guid = parsedGuid(text('LogonGuid'))
    if (guid === null || isOldProcessTail(parsedGuid(text('ProcessGuid'))?.tail ?? '')) return null
    return guid.tail === logonTail(text('LogonId'))
  },
  'logonguid-logonid-old': (text) => {
    const guid = parsedGuid(text('LogonGuid'))
    if (guid === null || !isOldProcessTail(parsedGuid(text('ProcessGuid'))?.tail ?? '')) return null
    return guid.tail === oldLogonTail(text('LogonId'))
  },
  'ipv6-source': (text, fields) =>
    text('SourceIp') === '' ? null : fields.SourceIsIpv6 === text('SourceIp').includes(':'),
  'ipv6-destination': (text, fields) =>
    text('DestinationIp') === '' ? null : fields.DestinationIsIpv6 === text('DestinationIp').includes(':'),
  'ipv6-same-family': (_, fields) =>
    fields.SourceIsIpv6 === undefined ? null : fields.SourceIsIpv6 === fields.DestinationIsIpv6,
  'parent-image': (text, _, creations) => {
    const parent = creations.get(text('ParentProcessGuid'))
    return parent === undefined ? null : text('ParentImage') === parent.Image
  },
  'parent-user': (text, fields, creations) => {
    const parent = creations.get(text('ParentProcessGuid'))
    return parent === undefined || fields.ParentUser === undefined ? null : text('ParentUser') === parent.User
  },
  'parent-command-line': (text, _, creations) => {
    const parent = creations.get(text('ParentProcessGuid'))
    return parent === undefined ? null : text('ParentCommandLine') === String(parent.CommandLine).replaceAll('%%', '%')
  },
  'image-other-events': (text, { EventID }, creations) => {
    const pairs = EventID === 1 ? [] : images
    const known = pairs.flatMap(([guid, image]) => {
      const creation = creations.get(text(guid))
      return creation === undefined ? [] : [text(image).toLowerCase() === String(creation.Image).toLowerCase()]
    })
    return known.length === 0 ? null : known.every((holds) => holds)
  },
  'execution-pid': (_, { Execution_ProcessID: writer, ProcessId: acting, Channel }) =>
    writer === undefined || acting === undefined || Channel === 'Security' ? null : writer !== acting,
  'granted-access': (text) =>
    text('GrantedAccess') === '' ? null : /^0x[1-9a-f][0-9a-f]{0,7}$/.test(text('GrantedAccess')),
  'logonid-shape': (text) => (text('LogonId') === '' ? null : /^0x[1-9a-f][0-9a-f]{0,15}$/.test(text('LogonId'))),
  'parent-percent-single': (text) =>
    text('ParentCommandLine').includes('%') ? !text('ParentCommandLine').includes('%%') : null,
  'directory-backslash': (text) =>
    text('CurrentDirectory') === ''
      ? null
      : text('CurrentDirectory').endsWith('\\') || /^C:\\Windows(\\system32)?$/i.test(text('CurrentDirectory')),
  'account-logon': (text) => {
    const wanted = text('LogonId') === '' ? undefined : services[text('User')]
    return wanted === undefined ? null : text('LogonId') === wanted
  },
  'account-integrity': (text) =>
    text('IntegrityLevel') === '' || text('User') !== 'NT AUTHORITY\\SYSTEM'
      ? null
      : ['System', 'Medium'].includes(text('IntegrityLevel')),
  'process-before-event': (text, { EventID }) => {
    const guid = [10, 3, 22].includes(Number(EventID)) ? null : parsedGuid(text('ProcessGuid'))
    if (guid === null || text('ProcessGuid') === zeroGuid) return null
    return guid.seconds <= Date.parse(`${text('UtcTime').replace(' ', 'T')}Z`) / 1000
  },
  'trace-from-ntdll': (text) => (text('CallTrace') === '' ? null : /^[^|]*\\ntdll\.dll\+/i.test(text('CallTrace'))),
  'query-status': (text) => {
    if (!['0', '9502', '9002', '9701', '1460'].includes(text('QueryStatus'))) return null
    return (text('QueryStatus') === '0') !== ['', '-'].includes(text('QueryResults'))
  },
  'file-not-from-the-future': (text) =>
    text('CreationUtcTime') === '' ? null : text('CreationUtcTime') <= text('UtcTime'),
  'client-is-user': (text) =>
    text('ClientInfo') === '' || text('User') === '' ? null : text('ClientInfo').startsWith(`user: ${text('User')}`),
}

/** Looks at the rows and at the catalogue's own facts. */
export function checkRelationships(fields: Fields, creations: Creations, tell: Tell): void {
  const text = (name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    return typeof value === 'string' ? value : ''
  }
  for (const [name, row] of Object.entries(rows)) {
    const holds = row(text, fields, creations)
    if (holds !== null) tell(name, '', holds, 'does not hold')
  }
  for (const fact of facts) {
    if (!fact.events.some((each) => each === Number(fields.EventID))) continue
    const [violation] = fact.violations(fields)
    tell(fact.name, violation?.field ?? '', violation === undefined, violation?.message ?? '')
  }
}
