import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Fields, type LogSource, logSourceFits, sysmonEventIdsOf, windowsCategories } from '../../sigma/index.ts'

const sysmon = 'Microsoft-Windows-Sysmon/Operational'
const powershell = 'Microsoft-Windows-PowerShell/Operational'

/** `product/category/service`, `-` for one left out. */
function logSource(text: string): LogSource {
  const [product = null, category = null, service = null] = text.split('/').map((each) => (each === '-' ? null : each))
  return { product, category, service, span: { path: 'rules/a.yml', start: 0, end: 0 } }
}

describe('the log source gate', () => {
  const gates: readonly (readonly [wanted: string, event: Fields, fits: boolean])[] = [
    // An event that tells nothing is excluded only by what conflicts.
    ['windows/network_connection/-', {}, true],
    ['linux/process_creation/-', {}, true],
    ['-/proxy/-', { Image: 'x' }, true],
    ['windows/registry_add/-', { EventType: 'CreateKey' }, true],
    ['windows/registry_delete/-', { EventType: 'CreateKey' }, false],
    // A Sysmon event is of the categories of its id.
    ['windows/network_connection/-', { Channel: sysmon, EventID: 3 }, true],
    ['windows/network_connection/-', { Channel: sysmon.toUpperCase(), EventID: '3' }, true],
    ['Windows/Network_Connection/-', { Channel: sysmon, EventID: 3 }, true],
    ['windows/network_connection/-', { Channel: sysmon, EventID: 1 }, false],
    ['windows/network_connection/-', { Provider_Name: 'Microsoft-Windows-Sysmon', EventID: 3 }, true],
    ['windows/network_connection/-', { Provider_Name: 'Microsoft-Windows-Kernel-File', EventID: 3 }, false],
    ['windows/network_connection/-', { EventID: 3 }, true],
    ['windows/network_connection/-', { EventID: 5 }, false],
    ['-/network_connection/-', { Channel: sysmon, EventID: 3 }, true],
    ['windows/registry_event/-', { Channel: sysmon, EventID: 14 }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'CreateKey' }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'DeleteKey' }, false],
    ['windows/registry_delete/-', { Channel: sysmon, EventID: 12, EventType: 'DeleteKey' }, true],
    ['windows/file_delete/-', { Channel: sysmon, EventID: 26 }, false],
    ['windows/file_access/-', { Channel: sysmon, EventID: 11 }, false],
    ['windows/file_access/-', { Provider_Name: 'Microsoft-Windows-Kernel-File' }, true],
    // What is derived gates every rule.
    ['windows/-/-', { Channel: sysmon, EventID: 3 }, true],
    ['windows/-/sysmon', { Channel: sysmon, EventID: 3 }, true],
    ['windows/-/security', { Channel: sysmon, EventID: 3 }, false],
    ['linux/process_creation/-', { Channel: sysmon, EventID: 1 }, false],
    ['-/proxy/-', { Channel: sysmon, EventID: 3 }, false],
    ['-/-/apache', { Channel: sysmon, EventID: 3 }, false],
    ['okta/-/okta', { Channel: 'Security', EventID: 4624 }, false],
    ['windows/unheard_of/-', { Channel: sysmon, EventID: 3 }, false],
    ['windows/unheard_of/-', { Channel: 'Some-Product/Operational', EventID: 3 }, true],
    ['-/proxy/-', { Channel: 'Some-Product/Operational', EventID: 3 }, false],
    // A product that writes into a log of Windows.
    ['rpc_firewall/application/-', { EventID: 3 }, true],
    ['rpc_firewall/application/-', { Channel: 'RPCFW', EventID: 3 }, true],
    ['rpc_firewall/application/-', { Channel: 'Application', Provider_Name: 'RPCFW', EventID: 3 }, true],
    ['rpc_firewall/application/-', { Channel: 'Application', EventID: 3 }, false],
    ['rpc_firewall/application/-', { Channel: sysmon, EventID: 3 }, false],
    ['rpc_firewall/application/-', { Channel: 'Linux-Sysmon/Operational', EventID: 3 }, false],
    ['rpc_firewall/application/-', {}, true],
    // Services are channels.
    ['windows/-/security', { Channel: 'Security', EventID: 4624 }, true],
    ['windows/-/security', { Provider_Name: 'Microsoft-Windows-Security-Auditing', EventID: 4624 }, true],
    ['windows/-/security', { EventID: 4624 }, true],
    ['windows/-/powershell', { Channel: 'PowerShellCore/Operational', EventID: 4104 }, true],
    ['windows/-/powershell-classic', { Channel: powershell, EventID: 4104 }, false],
    ['windows/-/applocker', { Channel: 'Microsoft-Windows-AppLocker/EXE and DLL' }, true],
    // Categories of other channels.
    ['windows/process_creation/-', { Channel: 'Security', EventID: 4688 }, true],
    ['windows/process_creation/-', { Channel: 'Security', EventID: 4689 }, false],
    [
      'windows/registry_set/-',
      { Channel: 'Security', EventID: 4657, OperationType: 'New registry value created' },
      false,
    ],
    ['windows/ps_script/-', { Channel: powershell, EventID: 4104 }, true],
    ['windows/ps_script/-', { Channel: sysmon, EventID: 4104 }, false],
    ['-/antivirus/-', { Channel: 'Microsoft-Windows-Windows Defender/Operational', EventID: 1116 }, true],
    // Category and service together.
    ['windows/process_creation/sysmon', { Channel: sysmon, EventID: 1 }, true],
    ['windows/process_creation/sysmon', { Channel: 'Security', EventID: 4688 }, false],
    // Sysmon for Linux.
    ['linux/process_creation/-', { Provider_Name: 'Linux-Sysmon', EventID: 1 }, true],
    ['linux/process_creation/-', { Channel: 'Linux-Sysmon/Operational', EventID: 3 }, false],
    ['windows/process_creation/-', { Channel: 'Linux-Sysmon/Operational', EventID: 1 }, false],
    ['linux/process_creation/-', { EventID: 1 }, true],
    ['linux/process_creation/-', { EventID: 3 }, false],
    ['linux/-/auditd', { EventID: 1 }, false],
    ['linux/-/auditd', { Channel: 'Linux-Sysmon/Operational', EventID: 1 }, false],
  ]
  for (const [wanted, event, fits] of gates) {
    test(`${wanted} ${fits ? 'takes' : 'refuses'} ${JSON.stringify(event)}`, () => {
      assert.equal(logSourceFits(logSource(wanted), event).fits, fits)
    })
  }

  test('names both sides', () => {
    assert.deepEqual(logSourceFits(logSource('windows/network_connection/-'), { Channel: sysmon, EventID: 1 }), {
      fits: false,
      wanted: 'product windows, category network_connection',
      actual: `product windows, category process_creation, service sysmon (Channel ${sysmon}, EventID 1)`,
    })
    assert.equal(logSourceFits(logSource('-/proxy/-'), {}).actual, 'not told by the event')
  })
})

describe('the Sysmon events of a log source', () => {
  const every = [...Array.from({ length: 29 }, (_, index) => index + 1), 255]
  const ids: readonly (readonly [wanted: string, ids: readonly number[]])[] = [
    ['windows/network_connection/-', [3]],
    ['-/process_creation/-', [1]],
    ['windows/registry_event/-', [12, 13, 14]],
    ['windows/sysmon_status/-', [4, 16]],
    ['windows/-/sysmon', every],
    ['windows/-/-', every],
    ['windows/-/security', []],
    ['windows/ps_script/-', []],
    ['linux/process_creation/-', []],
    ['-/proxy/-', []],
    ['windows/constructor/-', []],
  ]
  for (const [wanted, expected] of ids) {
    test(wanted, () => assert.deepEqual(sysmonEventIdsOf(logSource(wanted)), expected))
  }

  test('every id is of some category', () => {
    const found = Object.keys(windowsCategories).flatMap((category) =>
      sysmonEventIdsOf(logSource(`windows/${category}/-`)),
    )
    assert.deepEqual(
      [...new Set(found)].toSorted((one, other) => one - other),
      every,
    )
  })
})
