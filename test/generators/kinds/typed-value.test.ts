import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedValue } from '../../../generators/kinds/typed-value.ts'

describe('a stated text', () => {
  const values = [
    [3, 'DestinationPort', '5985', 5985],
    [3, 'Initiated', 'true', true],
    [3, 'Initiated', 'False', false],
    [3, 'SourceIp', '10.0.0.1', '10.0.0.1'],
    [3, 'EventID', '3', 3],
    [3, 'Computer', '7', '7'],
    [1, 'CommandLine', '123', '123'],
    [1, 'LogonId', '0x3e7', '0x3e7'],
    [null, 'DestinationPort', '5985', '5985'],
    [7, 'ProcessId', '4', 4],
    [23, 'IsExecutable', 'true', true],
    [7, 'Signed', 'true', 'true'],
    [10, 'GrantedAccess', '0x1410', '0x1410'],
    [4624, 'LogonType', '3', 3],
    [4688, 'Image', '7', '7'],
    [4688, 'User', '7', '7'],
    [4688, 'IntegrityLevel', '7', '7'],
    [4657, 'TargetObject', '7', '7'],
    [104, 'Channel', '7', '7'],
    [4, 'Version', '15.15', '15.15'],
  ] as const
  for (const [eventId, field, text, expected] of values) {
    it(`${text} of ${field} in event ${eventId}`, () => assert.equal(typedValue(eventId, field, text), expected))
  }

  const faults = [
    [3, 'DestinationPort', 'http', 'DestinationPort is a number, got "http"'],
    [3, 'DestinationPort', '05985', 'DestinationPort is a number, got "05985"'],
    [3, 'DestinationPort', '65536', 'DestinationPort is a number from 0 to 65535, got 65536'],
    [3, 'SourceIsIpv6', 'no', 'SourceIsIpv6 takes true or false, got "no"'],
    [
      4688,
      'Details',
      'x',
      'Security event 4688 (process creation audit) has no field Details; there are SubjectUserSid, SubjectUserName, SubjectDomainName, SubjectLogonId, NewProcessId, NewProcessName, TokenElevationType, ProcessId, CommandLine, TargetUserSid and 28 more',
    ],
    [
      3,
      'CommandLine',
      'x',
      'Sysmon event 3 (network connection) has no field CommandLine; there are RuleName, UtcTime, ProcessGuid, ProcessId, Image, User, Protocol, Initiated, SourceIsIpv6, SourceIp and 24 more',
    ],
    [1, 'Comandline', 'x', 'Sysmon event 1 (process creation) has no field Comandline; nearest: CommandLine'],
    [
      10,
      'SourceProcessGuid',
      'x',
      'Sysmon event 10 (process access) has no field SourceProcessGuid; nearest: SourceProcessGUID, SourceProcessId, TargetProcessGUID',
    ],
    [
      1,
      '__proto__',
      'x',
      'Sysmon event 1 (process creation) has no field __proto__; there are RuleName, UtcTime, ProcessGuid, ProcessId, Image, FileVersion, Description, Product, Company, OriginalFileName and 29 more',
    ],
  ] as const
  for (const [eventId, field, text, message] of faults) {
    it(`is refused: ${text} of ${field} in event ${eventId}`, () => {
      assert.throws(() => typedValue(eventId, field, text), { name: 'RecipeError', message })
    })
  }
})
