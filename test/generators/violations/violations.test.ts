import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { violationsOf } from '../../../generators/violations/violations.ts'
import type { Fields, Json } from '../../../sigma/index.ts'
import { madeEvent } from '../made-event.ts'

/** The names of the facts that an event breaks once these values are put in; undefined takes a field away. */
function broken(eventId: number, values: Readonly<Record<string, Json | undefined>>): readonly string[] {
  const fields = { ...madeEvent(eventId), ...values }
  const present = Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  const event: Fields = Object.fromEntries(present)
  return violationsOf(event, eventId).map((violation) => `${violation.fact} ${violation.field}`)
}

describe('what makes an event unrealistic', () => {
  const faults: readonly (readonly [number, Readonly<Record<string, Json | undefined>>, readonly string[]])[] = [
    [
      3,
      { SourceIp: '::1' },
      ['ipv6-source SourceIsIpv6', 'ipv6-same-family DestinationIp', 'address-spelling SourceIp'],
    ],
    [3, { SourceIsIpv6: true }, ['ipv6-source SourceIsIpv6']],
    [3, { DestinationIsIpv6: true }, ['ipv6-destination DestinationIsIpv6']],
    [3, { DestinationIp: '010.0.0.1' }, ['address-spelling DestinationIp']],
    [3, { DestinationIp: 'intranet' }, ['address-spelling DestinationIp']],
    [3, { DestinationPort: '443' }, ['schema DestinationPort']],
    [3, { DestinationPort: 65_536 }, ['schema DestinationPort']],
    [3, { Initiated: 'true' }, ['schema Initiated']],
    [3, { Protocol: 'icmp' }, ['schema Protocol']],
    [3, { User: 'anna' }, ['schema User']],
    [3, { Image: undefined }, ['schema Image']],
    [3, { Image: ['a', 'b'] }, ['schema Image']],
    [3, { CommandLine: 'cmd' }, ['schema CommandLine']],
    [3, { EventID: 1 }, ['schema EventID']],
    [3, { Channel: 'Security' }, ['schema Channel']],
    [3, { RuleName: '' }, ['absent-spelling RuleName']],
    [1, { RuleName: undefined }, ['schema RuleName']],
    [1, { UtcTime: '2024-01-01 00:00:00.000' }, ['guid-seconds ProcessGuid']],
    [1, { UtcTime: '2024-01-01T00:00:00Z' }, ['schema UtcTime']],
    [1, { LogonId: '0x3e8' }, ['logon-guid LogonGuid']],
    [1, { LogonId: '0x3e5' }, ['account-logon LogonId', 'logon-guid LogonGuid']],
    [1, { LogonId: '0x3E8' }, ['schema LogonId']],
    [1, { User: 'CONTOSO\\bob' }, ['account-logon LogonId', 'account-level IntegrityLevel']],
    [1, { User: 'CONTOSO\\bob', IntegrityLevel: 'High' }, ['account-logon LogonId']],
    [1, { User: 'NT AUTHORITY\\LOCAL SERVICE' }, ['account-logon LogonId']],
    [1, { IntegrityLevel: 'High' }, ['account-level IntegrityLevel']],
    [1, { IntegrityLevel: 'Medium' }, []],
    [1, { User: 'Window Manager\\DWM-1', LogonId: '0xc1a5', IntegrityLevel: 'System' }, ['logon-guid LogonGuid']],
    [1, { ParentUser: 'AUTORI\\LOCAL SERVICE' }, ['account-language ParentUser']],
    [10, { SourceUser: 'NT AUTHORITY\\SYSTEM', TargetUser: 'AUTORITE NT\\Système' }, ['account-language TargetUser']],
    [10, { SourceUser: 'NT AUTHORITY\\SYSTEM', TargetUser: 'NT AUTHORITY\\NETWORK SERVICE' }, []],
    [1, { IntegrityLevel: 'Highest' }, ['schema IntegrityLevel']],
    [1, { Hashes: 'MD5=abc' }, ['schema Hashes']],
    [1, { ProcessGuid: 'x' }, ['schema ProcessGuid']],
    [1, { CommandLine: 'echo %TEMP%' }, ['percent-doubled CommandLine']],
    [1, { ProcessId: -4 }, ['schema ProcessId']],
    [1, { User: null }, ['schema User']],
    [1, { ProcessId: 1_023 }, ['schema ProcessId']],
    [5, { User: '' }, ['absent-spelling User']],
    [7, { Signed: 'false' }, ['signature-status SignatureStatus', 'signer Signature']],
    [7, { SignatureStatus: 'Expired' }, []],
    [7, { Signed: 'maybe' }, ['schema Signed']],
    [10, { GrantedAccess: '0x00001410' }, ['schema GrantedAccess']],
    [10, { GrantedAccess: '0x1F3FFF' }, ['schema GrantedAccess']],
    [10, { CallTrace: 'ntdll.dll' }, ['schema CallTrace']],
    [10, { SourceThreadId: 4_001 }, ['schema SourceThreadId']],
    [12, { EventType: 'CreateValue' }, ['schema EventType']],
    [13, { Details: 'echo %TEMP%' }, ['percent-doubled Details']],
    [13, { TargetObject: 'HKCU\\Software\\Contoso' }, ['schema TargetObject']],
    [13, { TargetObject: 'HKU\\mscfile\\shell\\open\\command' }, ['user-hive TargetObject']],
    [14, { NewName: 'HKU' }, ['user-hive NewName']],
    [13, { TargetObject: 'HKU\\.DEFAULT\\Software\\Contoso' }, []],
    [13, { TargetObject: 'HKU\\S-1-5-21-1-2-3-1001_Classes\\mscfile' }, []],
    [13, { TargetObject: 'HKU\\S-1-5-21-1-2-3-1001_CLASSES' }, []],
    [13, { TargetObject: 'HKU\\S-1-5-21-1-2-3-1001_Classes_Classes\\mscfile' }, ['user-hive TargetObject']],
    [1, { Image: 'C:\\Windows/cmd.exe' }, ['path-slash Image']],
    [1, { CommandLine: 'a /b', CurrentDirectory: 'C:/' }, []],
    [11, { TargetFilename: 'C:\\a/b' }, ['path-slash TargetFilename']],
    [4688, { NewProcessName: '/bin/sh' }, ['path-slash NewProcessName']],
    [4104, { Path: 'C:/a.ps1' }, []],
    [
      1,
      { ParentImage: '-' },
      ['unknown-parent ParentProcessGuid', 'unknown-parent ParentCommandLine', 'unknown-parent ParentUser'],
    ],
    [1, { ParentProcessGuid: '00000000-0000-0000-0000-000000000000' }, ['unknown-parent ParentImage']],
    [
      1,
      {
        ParentProcessGuid: '00000000-0000-0000-0000-000000000000',
        ParentImage: '-',
        ParentCommandLine: '-',
        ParentUser: '-',
        ParentProcessId: 776,
      },
      [],
    ],
    [
      1,
      {
        ParentProcessGuid: '00000000-0000-0000-0000-000000000000',
        ParentImage: '?',
        ParentCommandLine: '-',
        ParentUser: undefined,
      },
      ['unknown-parent ParentCommandLine'],
    ],
    [7, { OriginalFileName: '?' }, []],
    [7, { OriginalFileName: '-' }, []],
    [7, { OriginalFileName: '?', Company: '-' }, ['version-resource OriginalFileName']],
    [
      7,
      { FileVersion: '?', Description: '?', Product: '?', Company: '-', OriginalFileName: 'a.dll' },
      ['version-resource Company', 'version-resource OriginalFileName'],
    ],
    [7, { FileVersion: '?', Description: '?', Product: '?', Company: '?', OriginalFileName: '?' }, []],
    [4688, { SubjectUserName: 'SYSTEM', SubjectDomainName: 'NT AUTHORITY', SubjectUserSid: 'S-1-5-18' }, []],
    [4688, { SubjectUserName: 'Système', SubjectDomainName: 'AUTORITE NT', SubjectUserSid: 'S-1-5-18' }, []],
    [4688, { TargetUserName: 'NT AUTHORITY\\SYSTEM' }, ['account-name TargetUserName']],
    [4688, { SubjectUserName: 'WS-1$', SubjectDomainName: 'CONTOSO', SubjectUserSid: 'S-1-5-20' }, []],
    [
      4688,
      { SubjectUserName: 'bob', SubjectDomainName: 'CONTOSO', SubjectUserSid: 'S-1-5-20' },
      ['account-sid SubjectUserSid'],
    ],
    [
      4624,
      { TargetUserName: 'LOCAL SERVICE', TargetDomainName: 'NT AUTHORITY', TargetUserSid: 'S-1-5-18' },
      ['account-sid TargetUserSid'],
    ],
    [15, { Hash: 'SHA256=x' }, ['schema Hash']],
    [17, { PipeName: 'lsass' }, ['schema PipeName']],
    [20, { Name: 'Evil' }, ['schema Name']],
    [22, { QueryResults: '10.0.0.1' }, ['schema QueryResults']],
    [22, { UtcTime: undefined }, ['schema UtcTime']],
    [23, { IsExecutable: 'true' }, ['schema IsExecutable']],
    [255, { Level: 4 }, []],
    [4624, { LogonType: '3' }, ['schema LogonType']],
    [4688, { NewProcessId: '12' }, ['schema NewProcessId']],
    [4688, { User: undefined }, []],
    [104, { Channel: 'Contoso-Tools/Log' }, []],
    [104, { Channel: undefined }, ['schema Channel']],
    [4657, { ObjectValueName: undefined }, ['schema ObjectValueName']],
    [4657, { HandleId: 12 }, ['schema HandleId']],
  ]
  for (const [eventId, values, expected] of faults) {
    it(`event ${eventId} with ${JSON.stringify(values)}`, () => assert.deepEqual(broken(eventId, values), expected))
  }

  it('is nothing in what Sysmon writes', () => {
    assert.deepEqual(
      broken(1, { CommandLine: 'echo %%TEMP%%', ParentCommandLine: 'echo %TEMP%', OriginalFileName: '-' }),
      [],
    )
    assert.deepEqual(broken(3, { Image: 'System', ProcessGuid: '00000000-0000-0000-0000-000000000000', User: '-' }), [])
  })

  it('lets an event be of an older schema, but not of two at once', () => {
    assert.deepEqual(broken(1, { ParentUser: undefined }), [])
    assert.deepEqual(broken(1, { OriginalFileName: undefined }), ['schema OriginalFileName'])
    assert.deepEqual(broken(1, { OriginalFileName: undefined, ParentUser: undefined }), [])
  })

  it('cannot be said of an event that the catalogue does not have', () => {
    assert.deepEqual(violationsOf({ EventID: 4625 }, 4625), [])
    assert.deepEqual(violationsOf({ DestinationPort: 'x' }, null), [])
  })

  it('is not led astray by names of JavaScript', () => {
    const fields = Object.fromEntries([...Object.entries(madeEvent(3)), ['__proto__', 'x'], ['constructor', 'y']])
    assert.deepEqual(
      violationsOf(fields, 3)
        .map((violation) => violation.field)
        .sort(),
      ['__proto__', 'constructor'],
    )
  })

  it('says what it is in a sentence', () => {
    const [violation] = violationsOf({ ...madeEvent(3), SourceIp: '0:0:0:0:0:0:0:1' }, 3)
    assert.equal(
      violation?.message,
      'SourceIsIpv6 is false beside SourceIp 0:0:0:0:0:0:0:1; Sysmon sets it exactly for addresses with a colon',
    )
  })
})
