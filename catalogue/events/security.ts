import { commandLine, guid, logonId, number, often, path, pointer, sid, text } from '../describe-field.ts'
import type { EventLog, WindowsEvent } from '../windows-event.ts'

/** The log of Windows' own auditing. */
export const securityLog: EventLog = {
  name: 'Security',
  provider: 'Microsoft-Windows-Security-Auditing',
  providerGuid: '54849625-5478-4994-A5BA-3E3B0328C30D',
  channel: 'Security',
}

const audited = { log: securityLog, level: 0, opcode: 0, keywords: '0x8020000000000000' } as const

/**
 * Security events of the catalogue. `since` is the event's own version, 2.1 standing for what some builds of version 2
 * leave out. Fields, types and order are those of recorded events (1,513 of 4688, 276 of 4624); that those of the first
 * version are there is all that is known to hold *always*: a manifest's event has every field of its template.
 */
export const securityEvents: readonly WindowsEvent[] = [
  {
    ...audited,
    id: 4624,
    name: 'logon',
    aliases: ['successful logon', 'an account was successfully logged on'],
    categories: [],
    task: 12_544,
    version: 2,
    earlierVersions: [0, 1],
    categoryNames: {},
    fields: [
      sid('SubjectUserSid', '0'),
      text('SubjectUserName', '0'),
      text('SubjectDomainName', '0'),
      logonId('SubjectLogonId', '0'),
      sid('TargetUserSid', '0'),
      text('TargetUserName', '0'),
      text('TargetDomainName', '0'),
      logonId('TargetLogonId', '0'),
      number('LogonType', '0'),
      often('LogonProcessName', '0', 'Advapi  ', 'User32 ', 'NtLmSsp ', 'Kerberos'),
      often('AuthenticationPackageName', '0', 'Negotiate', 'NTLM', 'Kerberos'),
      text('WorkstationName', '0'),
      guid('LogonGuid', '0'),
      text('TransmittedServices', '0'),
      often('LmPackageName', '0', '-', 'NTLM V2', 'NTLM V1'),
      number('KeyLength', '0'),
      pointer('ProcessId', '0'),
      path('ProcessName', '0'),
      text('IpAddress', '0'),
      text('IpPort', '0'),
      often('ImpersonationLevel', '1', '%%1832', '%%1833', '%%1840'),
      text('RestrictedAdminMode', '2'),
      text('TargetOutboundUserName', '2'),
      text('TargetOutboundDomainName', '2'),
      often('VirtualAccount', '2', '%%1842', '%%1843'),
      logonId('TargetLinkedLogonId', '2'),
      often('ElevatedToken', '2', '%%1842', '%%1843'),
    ],
  },
  {
    ...audited,
    id: 4688,
    name: 'process creation audit',
    aliases: ['a new process has been created'],
    categories: ['process_creation'],
    task: 13_312,
    version: 2,
    earlierVersions: [0, 1],
    categoryNames: { Image: 'NewProcessName', ParentImage: 'ParentProcessName', LogonId: 'SubjectLogonId' },
    fields: [
      sid('SubjectUserSid', '0'),
      text('SubjectUserName', '0'),
      text('SubjectDomainName', '0'),
      logonId('SubjectLogonId', '0'),
      pointer('NewProcessId', '0'),
      path('NewProcessName', '0'),
      often('TokenElevationType', '0', '%%1936', '%%1937', '%%1938'),
      pointer('ProcessId', '0'),
      commandLine('CommandLine', '1'),
      sid('TargetUserSid', '2'),
      text('TargetUserName', '2'),
      text('TargetDomainName', '2'),
      logonId('TargetLogonId', '2'),
      path('ParentProcessName', '2.1'),
      sid('MandatoryLabel', '2.1'),
    ],
  },
]
