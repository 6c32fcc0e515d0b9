import type { Json } from '../../../sigma/index.ts'

/** A fault put into a made event, and the check that has to notice it. */
export interface PlantedFault {
  readonly eventId: number
  readonly field: string
  /** What is put there; undefined takes the field away. */
  readonly value: Json | undefined
  readonly check: string
}

/** Twenty faults of the kinds that a careless synthesizer makes. */
export const plantedFaults: readonly PlantedFault[] = [
  { eventId: 1, field: 'ProcessGuid', value: '01234567-0000-6000-0100-000000000100', check: 'guid-seconds' },
  { eventId: 1, field: 'LogonId', value: '0xabc', check: 'logonguid-logonid-new' },
  { eventId: 1, field: 'ProcessId', value: '4020', check: 'type' },
  { eventId: 1, field: 'ProcessId', value: 4_021, check: 'format' },
  { eventId: 1, field: 'OriginalFileName', value: undefined, check: 'presence' },
  { eventId: 1, field: 'RuleName', value: '', check: 'absent-spelling' },
  { eventId: 1, field: 'CommandLine', value: 'cmd  /c echo %PATH%', check: 'percent-doubled' },
  { eventId: 1, field: 'ParentImage', value: 'C:\\Windows\\System32\\another.exe', check: 'parent-image' },
  { eventId: 1, field: 'ParentUser', value: 'CONTOSO\\nobody', check: 'parent-user' },
  { eventId: 1, field: 'ParentCommandLine', value: 'another.exe -x', check: 'parent-command-line' },
  { eventId: 1, field: 'CurrentDirectory', value: 'C:\\Users\\anna.keller', check: 'directory-backslash' },
  { eventId: 1, field: 'Hashes', value: `MD5=${'A'.repeat(32)},SHA1=${'B'.repeat(40)}`, check: 'format' },
  { eventId: 3, field: 'SourceIsIpv6', value: true, check: 'ipv6-source' },
  { eventId: 3, field: 'DestinationIp', value: 'fe80::1', check: 'ipv6-destination' },
  { eventId: 3, field: 'Image', value: 'C:\\Tools\\impostor.exe', check: 'image-other-events' },
  { eventId: 7, field: 'SignatureStatus', value: 'Unavailable', check: 'signature-status' },
  { eventId: 10, field: 'GrantedAccess', value: '0x00001410', check: 'granted-access' },
  { eventId: 11, field: 'TargetFilename', value: `C:\\${'a'.repeat(2_000)}.txt`, check: 'length' },
  { eventId: 13, field: 'TargetObject', value: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso', check: 'format' },
  { eventId: 22, field: 'QueryResults', value: '192.0.2.1', check: 'format' },
]
