import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sourceEventsOf, sysmonEvents, sysmonLog, windowsCategories } from '../../catalogue/index.ts'
import { eventOf, type Fields, fieldsFor, fitsLogSource, type LogSource } from '../../sigma/index.ts'
import { logSourceFits } from '../../sigma/log-source.ts'
import { fc } from '../fast-check.ts'

const sysmon = 'Microsoft-Windows-Sysmon/Operational'
const powershell = 'Microsoft-Windows-PowerShell/Operational'

/** `product/category/service`, `-` for one left out. */
function logSource(text: string): LogSource {
  const [product = null, category = null, service = null] = text.split('/').map((each) => (each === '-' ? null : each))
  return { product, category, service, span: { path: 'rules/a.yml', start: 0, end: 0 } }
}

/** The gates of an audited change of a registry value, by its code and by its text: one category takes it, and all changes. */
function operations(code: string, text: string, taking: string) {
  const categories = ['registry_add', 'registry_set', 'registry_delete', 'registry_event']
  return [code, text, text.toUpperCase()].flatMap((OperationType) =>
    categories.map(
      (category) =>
        [
          `windows/${category}/-`,
          { Channel: 'Security', EventID: 4657, OperationType },
          category === taking || category === 'registry_event',
        ] as const,
    ),
  )
}

describe('the log source gate', () => {
  const gates: readonly (readonly [wanted: string, event: Fields, fits: boolean])[] = [
    // An event that tells nothing is excluded only by what conflicts.
    ['windows/network_connection/-', {}, true],
    ['linux/process_creation/-', {}, true],
    ['-/proxy/-', { Image: 'x' }, true],
    ['windows/registry_add/-', { EventType: 'CreateKey' }, true],
    // It may be the audit's change of a value, which has no EventType; its id would tell.
    ['windows/registry_delete/-', { EventType: 'CreateKey' }, false],
    ['windows/registry_delete/-', { EventID: 12, EventType: 'CreateKey' }, false],
    ['windows/registry_delete/-', { EventType: 'CreateKey', OperationType: '%%1904' }, false],
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
    ['linux/-/auditd', { EventID: 1 }, true],
    ['linux/-/auditd', { Channel: 'Linux-Sysmon/Operational', EventID: 1 }, false],
    // An event id alone says nothing about the product: other vendors number their events too.
    ['contoso/-/gateway', { EventID: 77 }, true],
    ['contoso/-/gateway', {}, true],
    ['contoso/-/gateway', { EventID: 77, Channel: 'System' }, false],
    ['contoso/-/gateway', { EventID: 77, Provider_Name: 'Microsoft-Windows-Eventlog' }, false],
    ['okta/-/okta', { EventID: 4624 }, true],
    ['-/proxy/-', { EventID: 3 }, true],
    ['windows/-/-', { EventID: 3 }, true],
    ['windows/unheard_of/-', { EventID: 3 }, true],
    ['macos/process_creation/-', { EventID: 3 }, true],
    ['windows/process_creation/-', { EventID: 4688 }, true],
    ['windows/process_creation/-', { EventID: 3 }, false],
    ['windows/process_creation/-', { EventID: 'logon' }, false],
    // Whoever says where it comes from and not which event it is passes no gate that asks for one.
    ['windows/process_creation/-', { Channel: sysmon }, false],
    ['windows/process_creation/-', { Channel: sysmon, EventID: '' }, false],
    ['windows/process_creation/-', { Channel: sysmon, EventID: 'one' }, false],
    ['windows/process_creation/-', { Channel: sysmon, EventID: '1.0' }, false],
    ['windows/process_creation/-', { Channel: sysmon, EventID: [1, 3] }, false],
    ['windows/process_creation/-', { Provider_Name: 'Microsoft-Windows-Sysmon' }, false],
    ['windows/registry_set/-', { Channel: 'Security', OperationType: '%%1905' }, false],
    ['windows/ps_script/-', { Channel: powershell }, false],
    ['-/antivirus/-', { Channel: 'Microsoft-Windows-Windows Defender/Operational' }, false],
    ['linux/process_creation/-', { Channel: 'Linux-Sysmon/Operational' }, false],
    ['windows/-/sysmon', { Channel: sysmon }, true],
    ['windows/-/security', { Channel: 'Security' }, true],
    ['windows/-/-', { Channel: sysmon, EventID: 'one' }, true],
    ['windows/file_rename/-', { Provider_Name: 'Microsoft-Windows-Kernel-File' }, true],
    ['windows/process_creation/-', { Image: 'C:\\a.exe' }, true],
    // A log says its severity under EventType, which hides Sysmon's own.
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12 }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'INFO' }, true],
    ['windows/registry_delete/-', { Channel: sysmon, EventID: 12, EventType: 'Information' }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'AUDIT_SUCCESS' }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'audit_failure' }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 4 }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: '4' }, true],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 13, EventType: 'INFO' }, false],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'INFORMAL' }, false],
    ['windows/registry_add/-', { Channel: sysmon, EventID: 12, EventType: 'createkey' }, true],
    // A severity is none under another name.
    ['windows/registry_set/-', { Channel: 'Security', EventID: 4657, OperationType: 'INFO' }, false],
    // What became of a registry value, as a code or a text.
    ...operations('%%1904', 'New registry value created', 'registry_add'),
    ...operations('%%1905', 'Existing registry value modified', 'registry_set'),
    ...operations('%%1906', 'Registry value deleted', 'registry_delete'),
    ['windows/registry_event/-', { Channel: 'Security', EventID: 4657, OperationType: '%%1907' }, false],
    ['windows/registry_rename/-', { Channel: 'Security', EventID: 4657, OperationType: '%%1905' }, false],
    ['windows/registry_set/-', { Channel: 'Security', EventID: 4657 }, true],
    ['windows/registry_set/-', { Channel: 'Security', EventID: 4663, OperationType: '%%1905' }, false],
    // A provider of two logs.
    ['windows/-/system', { Provider_Name: 'Microsoft-Windows-Eventlog', EventID: 104 }, true],
    ['windows/-/security', { Provider_Name: 'Microsoft-Windows-Eventlog', EventID: 1102 }, true],
    ['windows/-/security', { Provider_Name: 'Microsoft-Windows-Eventlog', Channel: 'System', EventID: 104 }, false],
  ]
  for (const [wanted, event, fits] of gates) {
    test(`${wanted} ${fits ? 'takes' : 'refuses'} ${JSON.stringify(event)}`, () => {
      assert.equal(logSourceFits(logSource(wanted), eventOf(event)).fits, fits)
    })
  }

  test('answers for each event, however often and in whatever order it is asked', () => {
    const asked = gates.flatMap(([wanted, fields, fits]) => [
      { source: logSource(wanted), event: eventOf(fields), fits },
    ])
    const order = fc.array(fc.nat(asked.length - 1), { minLength: 50, maxLength: 200 })
    fc.assert(
      fc.property(order, (places) => {
        for (const place of places) {
          const { source, event, fits } = asked[place] ?? {}
          if (source !== undefined && event !== undefined) assert.equal(fitsLogSource(source, event), fits)
        }
      }),
    )
  })

  test('asks the origin, never the fields', () => {
    const cleared = { channel: 'System', provider: 'Microsoft-Windows-Eventlog', eventId: '104' }
    const fields = { EventID: 1, Channel: 'Security', Provider_Name: 'Microsoft-Windows-Sysmon' }
    const event = { origin: cleared, fields }
    assert.equal(logSourceFits(logSource('windows/-/system'), event).fits, true)
    assert.equal(logSourceFits(logSource('windows/-/security'), event).fits, false)
    assert.equal(logSourceFits(logSource('windows/process_creation/-'), event).fits, false)
    assert.equal(
      logSourceFits(logSource('windows/-/security'), event).actual,
      'product windows, service system (Channel System, Provider_Name Microsoft-Windows-Eventlog, EventID 104)',
    )
    const untold = { origin: { channel: null, provider: null, eventId: null }, fields }
    assert.equal(logSourceFits(logSource('-/proxy/-'), untold).fits, true)
    assert.equal(logSourceFits(logSource('-/proxy/-'), untold).actual, 'not told by the event')
  })

  test('names both sides', () => {
    assert.deepEqual(
      logSourceFits(logSource('windows/network_connection/-'), eventOf({ Channel: sysmon, EventID: 1 })),
      {
        fits: false,
        wanted: 'product windows, category network_connection',
        actual: `product windows, category process_creation, service sysmon (Channel ${sysmon}, EventID 1)`,
      },
    )
    assert.equal(logSourceFits(logSource('-/proxy/-'), eventOf({})).actual, 'not told by the event')
  })
})

describe('the Sysmon events of a log source', () => {
  const every = sysmonEvents.map(({ id }) => id)
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
    // A category that nobody knows says nothing of events.
    ['windows/constructor/-', every],
  ]
  const sysmonIdsOf = (wanted: string) => {
    const events = sourceEventsOf(logSource(wanted))?.flatMap((alternative) => alternative.events) ?? []
    const found = events.filter(({ log }) => log === sysmonLog).map(({ id }) => id)
    return [...new Set(found)].toSorted((one, other) => one - other)
  }

  for (const [wanted, expected] of ids) {
    test(wanted, () => assert.deepEqual(sysmonIdsOf(wanted), expected))
  }

  test('every id is of some category', () => {
    const found = Object.keys(windowsCategories).flatMap((category) => sysmonIdsOf(`windows/${category}/-`))
    assert.deepEqual(
      [...new Set(found)].toSorted((one, other) => one - other),
      every,
    )
  })
})

describe('the fields of an event as rules of a log source read them', () => {
  const audit: Fields = {
    Provider_Name: 'Microsoft-Windows-Security-Auditing',
    Channel: 'Security',
    EventID: 4688,
    SubjectUserSid: 'S-1-5-21-1-2-3-1104',
    SubjectUserName: 'nina',
    SubjectDomainName: 'CONTOSO',
    SubjectLogonId: '0x51',
    NewProcessId: '0x20',
    NewProcessName: 'C:\\Tools\\new.exe',
    ProcessId: '0x10',
    CommandLine: 'new.exe /all',
    TargetUserSid: 'S-1-0-0',
    TargetUserName: '-',
    TargetDomainName: '-',
    ParentProcessName: 'C:\\Tools\\old.exe',
    MandatoryLabel: 'S-1-16-12288',
  }
  const read = (wanted: string, fields: Fields): Fields => fieldsFor(logSource(wanted), eventOf(fields))
  const created = (changes: Fields): Fields => read('windows/process_creation/-', { ...audit, ...changes })

  test('of a process creation of the Security log, for its category', () => {
    assert.deepEqual(created({}), {
      ...audit,
      Image: 'C:\\Tools\\new.exe',
      ParentImage: 'C:\\Tools\\old.exe',
      LogonId: '0x51',
      IntegrityLevel: 'S-1-16-12288',
      User: 'CONTOSO\\nina',
      ProcessId: '0x20',
      ParentProcessId: '0x10',
    })
  })

  test('are its own for whoever names no category, or another', () => {
    for (const wanted of ['windows/-/security', 'windows/-/-', 'windows/registry_set/-', '-/proxy/-']) {
      assert.equal(read(wanted, audit), audit, wanted)
    }
  })

  test('are those of the category whatever the letter case, and whether or not a product or service is named', () => {
    for (const wanted of ['Windows/Process_Creation/-', '-/process_creation/-', 'windows/process_creation/security']) {
      assert.equal(read(wanted, audit).ProcessId, '0x20', wanted)
    }
    assert.equal(read('windows/process_creation/-', { ...audit, Channel: 'SECURITY' }).ProcessId, '0x20')
  })

  const users: readonly (readonly [what: string, changes: Fields, user: string | undefined])[] = [
    ['the subject', {}, 'CONTOSO\\nina'],
    ['the target, where there is one', { TargetUserName: 'otto', TargetDomainName: 'EXAMPLE' }, 'EXAMPLE\\otto'],
    [
      'the target before the SID',
      { TargetUserName: 'otto', TargetDomainName: 'EXAMPLE', SubjectUserSid: 'S-1-5-18' },
      'EXAMPLE\\otto',
    ],
    ['the system by its SID', { SubjectUserSid: 'S-1-5-18', SubjectUserName: 'WS-1$' }, 'NT AUTHORITY\\SYSTEM'],
    ['the local service by its SID', { SubjectUserSid: 'S-1-5-19' }, 'NT AUTHORITY\\LOCAL SERVICE'],
    ['the network service by its SID', { SubjectUserSid: 'S-1-5-20' }, 'NT AUTHORITY\\NETWORK SERVICE'],
    ['the system by its SID alone', { SubjectUserSid: 'S-1-5-18', SubjectUserName: '-' }, 'NT AUTHORITY\\SYSTEM'],
    ['the subject where a SID only begins alike', { SubjectUserSid: 'S-1-5-180' }, 'CONTOSO\\nina'],
    ['the subject where the target is empty', { TargetUserName: '', TargetDomainName: '' }, 'CONTOSO\\nina'],
    ['nobody where nobody is told', { SubjectUserName: '-', SubjectDomainName: '-' }, undefined],
  ]
  for (const [what, changes, user] of users) {
    test(`have a User that is ${what}`, () => assert.equal(created(changes).User, user))
  }

  test('have a User without the fields that later versions brought', () => {
    const fields = { Channel: 'Security', EventID: 4688, SubjectUserName: 'SYSTEM', SubjectDomainName: 'NT AUTHORITY' }
    assert.deepEqual(read('windows/process_creation/-', fields), { ...fields, User: 'NT AUTHORITY\\SYSTEM' })
  })

  test('have only what the event has', () => {
    const fields = { Channel: 'Security', EventID: '4688', NewProcessName: 'C:\\a.exe' }
    assert.deepEqual(read('windows/process_creation/-', fields), { ...fields, Image: 'C:\\a.exe' })
    const creator = { Channel: 'Security', EventID: 4688, ProcessId: '0x10' }
    assert.deepEqual(read('windows/process_creation/-', creator), {
      Channel: 'Security',
      EventID: 4688,
      ParentProcessId: '0x10',
    })
  })

  const elsewhere: readonly Fields[] = [
    { ...audit, EventID: 4689 },
    { ...audit, EventID: '04688' },
    { ...audit, Channel: 'System' },
    { EventID: 4688, NewProcessName: 'C:\\a.exe' },
    { Channel: 'Security', NewProcessName: 'C:\\a.exe' },
  ]
  for (const event of elsewhere) {
    const { Channel = null, EventID = null } = event
    test(`are an event's own where it is no such one: ${Channel} ${EventID}`, () =>
      assert.equal(read('windows/process_creation/-', event), event))
  }

  test('are those of the category where only the provider tells the log', () => {
    const { Channel: _, ...told } = audit
    assert.equal(read('windows/process_creation/-', told).Image, 'C:\\Tools\\new.exe')
  })

  test('go by the origin, whatever the event calls Channel', () => {
    const origin = { channel: 'Security', provider: null, eventId: '4688' }
    const fields = { Channel: 'Other', EventID: 4688, NewProcessName: 'C:\\a.exe' }
    assert.equal(fieldsFor(logSource('windows/process_creation/-'), { origin, fields }).Image, 'C:\\a.exe')
    const other = { ...origin, channel: 'Other' }
    assert.equal(fieldsFor(logSource('windows/process_creation/-'), { origin: other, fields: audit }), audit)
  })

  const value: Fields = {
    Channel: 'Security',
    EventID: 4657,
    ObjectName: '\\REGISTRY\\MACHINE\\SOFTWARE\\Contoso\\Run',
    ObjectValueName: 'tool',
    OperationType: '%%1905',
    NewValue: 'C:\\Tools\\tool.exe',
    ProcessName: 'C:\\Windows\\regedit.exe',
  }

  test('of a change of a registry value, for the categories of the registry', () => {
    for (const category of ['registry_event', 'registry_add', 'registry_set', 'registry_delete']) {
      assert.deepEqual(read(`windows/${category}/-`, value), {
        ...value,
        TargetObject: 'HKLM\\SOFTWARE\\Contoso\\Run\\tool',
        Image: 'C:\\Windows\\regedit.exe',
        Details: 'C:\\Tools\\tool.exe',
      })
    }
    for (const wanted of ['windows/-/security', 'windows/registry_rename/-', 'windows/process_creation/-']) {
      assert.equal(read(wanted, value), value, wanted)
    }
  })

  const keys: readonly (readonly [key: string, name: string | null, path: string])[] = [
    ['\\REGISTRY\\MACHINE', 'a', 'HKLM\\a'],
    ['\\Registry\\Machine\\Software\\A', 'b', 'HKLM\\Software\\A\\b'],
    ['\\REGISTRY\\MACHINERY\\A', 'b', '\\REGISTRY\\MACHINERY\\A\\b'],
    ['\\REGISTRY\\USER\\S-1-5-21-1-2-3-1104\\Software', 'x', 'HKU\\S-1-5-21-1-2-3-1104\\Software\\x'],
    [
      '\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Services\\A',
      'Start',
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\A\\Start',
    ],
    ['\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet017', 'x', 'HKLM\\SYSTEM\\CurrentControlSet\\x'],
    ['\\REGISTRY\\MACHINE\\SYSTEM\\CurrentControlSet\\A', 'x', 'HKLM\\SYSTEM\\CurrentControlSet\\A\\x'],
    ['\\REGISTRY\\MACHINE\\SOFTWARE\\ControlSet001', 'x', 'HKLM\\SOFTWARE\\ControlSet001\\x'],
    ['\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet0010', 'x', 'HKLM\\SYSTEM\\ControlSet0010\\x'],
    ['\\REGISTRY\\A\\{1}\\B', 'x', '\\REGISTRY\\A\\{1}\\B\\x'],
    ['HKLM\\SOFTWARE\\A', 'x', 'HKLM\\SOFTWARE\\A\\x'],
    ['\\REGISTRY\\MACHINE\\SOFTWARE\\A', null, 'HKLM\\SOFTWARE\\A'],
    ['\\REGISTRY\\MACHINE\\SOFTWARE\\A', '', 'HKLM\\SOFTWARE\\A'],
    ['\\REGISTRY\\MACHINE\\SOFTWARE\\A', '-', 'HKLM\\SOFTWARE\\A'],
  ]
  for (const [ObjectName, ObjectValueName, path] of keys) {
    test(`have a TargetObject: ${ObjectName} ${ObjectValueName}`, () =>
      assert.equal(read('windows/registry_set/-', { ...value, ObjectName, ObjectValueName }).TargetObject, path))
  }

  test('are not what a change of a registry value has of the same names: it has none', () => {
    const forged = {
      Channel: 'Security',
      EventID: 4657,
      TargetObject: 'HKLM\\Run\\x',
      Image: 'C:\\a.exe',
      Details: 'y',
    }
    assert.deepEqual(read('windows/registry_set/-', forged), { Channel: 'Security', EventID: 4657 })
    assert.equal(
      read('windows/registry_set/-', { ...value, ...forged }).TargetObject,
      'HKLM\\SOFTWARE\\Contoso\\Run\\tool',
    )
    const sysmonSet = { Channel: sysmon, EventID: 13, TargetObject: 'HKLM\\Run\\x', Image: 'C:\\a.exe', Details: 'y' }
    assert.equal(read('windows/registry_set/-', sysmonSet), sysmonSet)
  })

  test('of a detection of Defender, for antivirus', () => {
    const detection = {
      Channel: 'Microsoft-Windows-Windows Defender/Operational',
      EventID: 1116,
      ThreatName: 'Tool:Contoso/Test',
      Path: 'C:\\a.exe',
    }
    assert.deepEqual(read('-/antivirus/-', detection), {
      ...detection,
      Signature: 'Tool:Contoso/Test',
      Filename: 'C:\\a.exe',
    })
    assert.equal(read('windows/-/windefend', detection), detection)
    for (const EventID of [1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115]) {
      assert.equal(read('-/antivirus/-', { ...detection, EventID }).Signature, 'Tool:Contoso/Test', `${EventID}`)
    }
    assert.equal(read('-/antivirus/-', { ...detection, EventID: 1013 }).Signature, undefined)
    assert.equal(read('-/antivirus/-', { ...detection, Channel: 'System' }).Signature, undefined)
  })

  test('are the same whoever asks first, and change nothing', () => {
    const event = eventOf(audit)
    const before = JSON.stringify(event)
    const category = logSource('windows/process_creation/-')
    const service = logSource('windows/-/security')
    const answers = [category, service, category, service].map((each) => fieldsFor(each, event).ProcessId)
    assert.deepEqual(answers, ['0x20', '0x10', '0x20', '0x10'])
    assert.equal(JSON.stringify(event), before)
  })
})
