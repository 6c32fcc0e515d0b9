import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accountInField } from '../../../generators/values/account-spelling.ts'
import type { Fields } from '../../../sigma/index.ts'

const local = 'NT AUTHORITY\\LOCAL SERVICE'

describe('an account in a field', () => {
  const cases: readonly (readonly [string, string, Fields, number | null, string, string | null])[] = [
    ['of Sysmon is whole', 'User', {}, 1, local, null],
    ['of Sysmon is whole, whoever it is of', 'ParentUser', {}, 1, local, null],
    ['of Sysmon is whole, also where two act', 'TargetUser', {}, 10, local, null],
    ['of the Security log has its domain beside it', 'SubjectUserName', {}, 4688, 'LOCAL SERVICE', 'SubjectDomainName'],
    ['of a logon has its domain beside it', 'TargetUserName', {}, 4624, 'LOCAL SERVICE', 'TargetDomainName'],
    [
      'of another target has its domain beside it',
      'TargetOutboundUserName',
      {},
      4624,
      'LOCAL SERVICE',
      'TargetOutboundDomainName',
    ],
    ['whose domain the event leaves out is the name alone', 'SubjectUserName', {}, null, 'LOCAL SERVICE', null],
    [
      'whose domain the event has by another name',
      'AccountName',
      { AccountDomain: 'x' },
      null,
      'LOCAL SERVICE',
      'AccountDomain',
    ],
    ['of a service that asked for a ticket is the name alone', 'ServiceName', {}, null, 'LOCAL SERVICE', null],
    ['of a field that is no half of one is whole', 'UserName', {}, null, local, null],
    ['with a domain of the same kind beside it', 'UserName', { DomainName: 'x' }, null, 'LOCAL SERVICE', 'DomainName'],
    ['of a log that has one field for it is whole', 'jobOwner', {}, null, local, null],
    ['of the list of services', 'AccountName', { Channel: 'System' }, null, 'NT AUTHORITY\\LocalService', null],
    ['of a service that was installed', 'ServiceAccount', {}, null, 'NT AUTHORITY\\LocalService', null],
  ]
  for (const [what, field, fields, eventId, value, beside] of cases) {
    it(`${what}: ${field}`, () => {
      const spelled = accountInField(local, field, fields, eventId)
      assert.deepEqual(spelled, { value, beside: beside === null ? null : { field: beside, value: 'NT AUTHORITY' } })
    })
  }
})
