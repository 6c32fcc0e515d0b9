import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { solve } from '../../../generators/solver/solve.ts'
import type { Fields } from '../../../sigma/index.ts'
import { ruleOf } from '../rules.ts'

/** Events on which a rule of this category and detection fires, none of them unrealistic. */
function eventsFor(category: string, detection: string, count = 6): readonly Fields[] {
  const rule = ruleOf(`title: t\nlogsource:\n  product: windows\n  category: ${category}\ndetection:\n${detection}\n`)
  const answer = solve([rule], { kind: 'fires' }, { count, chance: 'values', seed: 'test' })
  if (answer.kind !== 'witness') throw new Error(JSON.stringify(answer))
  assert.deepEqual(
    answer.events.flatMap(({ breaches }) => breaches),
    [],
  )
  return answer.events.map(({ fields }) => fields)
}

function selection(...lines: readonly string[]): string {
  return `  s:\n${lines.map((line) => `    ${line}\n`).join('')}  condition: s`
}

/** The SID of a person, and the ways to spell the hive of a user. */
const person = String.raw`S-1-5-21-\d+-\d+-\d+-\d+`
const hive = String.raw`HKU\\(?:\.DEFAULT|S-1-5-(?:19|20)|${person})`

describe('a path in the registry', () => {
  const paths: readonly (readonly [string, RegExp])[] = [
    [
      String.raw`TargetObject|endswith: '\mscfile\shell\open\command'`,
      new RegExp(String.raw`^(?:HKU\\${person}_Classes|HKLM\\SOFTWARE\\Classes)\\mscfile\\shell\\open\\command$`),
    ],
    [
      String.raw`TargetObject|endswith: 'WDigest\UseLogonCredential'`,
      /^HKLM\\System\\CurrentControlSet\\Control\\SecurityProviders\\WDigest\\UseLogonCredential$/,
    ],
    [
      String.raw`TargetObject|contains: '\SYSTEM\CurrentControlSet\Control\LsaExtensionConfig\LsaSrv\Extensions'`,
      /^HKLM\\SYSTEM\\CurrentControlSet\\Control\\LsaExtensionConfig\\LsaSrv\\Extensions$/,
    ],
    [String.raw`TargetObject|contains: '\Environment\'`, new RegExp(String.raw`^${hive}\\Environment\\.`)],
    [
      String.raw`TargetObject|contains|all: ['HKU\', 'Classes\CLSID\', '\TreatAs']`,
      new RegExp(String.raw`^HKU\\(?:${person}_Classes|\.DEFAULT\\Software\\Classes)\\CLSID\\\{[0-9a-f-]+\}\\TreatAs$`),
    ],
    [
      String.raw`TargetObject|contains|all: ['\Security', '\Microsoft\Office\', '\Outlook']`,
      new RegExp(String.raw`^(?:HKLM\\SOFTWARE|${hive}\\Software)\\Microsoft\\Office\\16\.0\\Outlook\\Security$`),
    ],
    [
      String.raw`TargetObject|startswith: 'HKLM\System\CurrentControlSet\Services\'`,
      /^HKLM\\System\\CurrentControlSet\\Services\\./,
    ],
    // The hive of somebody's types ends in _Classes, and does so once.
    ...[
      String.raw`TargetObject|contains|all: ['HKU\', '_Classes', '\shell\open']`,
      String.raw`TargetObject|startswith: 'HKU\'
    TargetObject|endswith: '_Classes\folder\shell\open\command\DelegateExecute'`,
      String.raw`TargetObject|contains: '_CLASSES\CLSID\'`,
      String.raw`TargetObject|contains: '_Classes'
    TargetObject|endswith: '\InProcServer32'`,
    ].map(
      (line) =>
        [line, new RegExp(String.raw`^HKU\\(?:S-1-5-(?:18|19|20)|${person})_Classes\\(?!.*_Classes)`, 'i')] as const,
    ),
    ["TargetObject|contains: 'Kiwi Legit'", new RegExp(String.raw`^(?:HKLM|${hive})\\[\w\\]+\\Kiwi Legit`)],
    ["TargetObject: 'HKLM\\SOFTWARE\\Contoso\\(Default)'", /^HKLM\\SOFTWARE\\Contoso\\\(Default\)$/],
  ]
  for (const [line, wanted] of paths) {
    it(`has a hive and the rule's letter case: ${line}`, () => {
      for (const { TargetObject } of eventsFor('registry_set', selection(line)))
        assert.match(String(TargetObject), wanted)
    })
  }

  it('lies in the hive of the one who acts', () => {
    const events = eventsFor('registry_set', selection(String.raw`TargetObject|contains: '\Control Panel\Desktop'`))
    for (const { TargetObject, User } of events) {
      assert.equal(String(User).startsWith('NT AUTHORITY\\'), !String(TargetObject).includes('S-1-5-21-'), String(User))
    }
  })

  it('has a file where its data are a path', () => {
    for (const { Details } of eventsFor(
      'registry_set',
      selection(String.raw`Details|contains: '\AppData\Local\Temp\'`),
    ))
      assert.match(String(Details), /^C:\\(?:Users|Windows)\\.+\\AppData\\Local\\Temp\\[^\\]+$/)
  })
})

describe('a value that must only not be the usual one', () => {
  const fields: readonly (readonly [string, string, string, string, RegExp])[] = [
    [
      'process_creation',
      "Image|endswith: '\\svchost.exe'",
      "CommandLine|contains: '-k'",
      'CommandLine',
      /svchost|calc|C:\\/,
    ],
    [
      'process_creation',
      "Image|endswith: '\\rundll32.exe'",
      "CommandLine|contains: '.dll'",
      'CommandLine',
      /rundll32|C:\\/,
    ],
    ['process_creation', "User: '*'", "Image|endswith: '.exe'", 'Image', /\\[^\\]+\.\w+$/],
    ['process_creation', "User: '*'", "Image|contains: '\\'", 'Image', /^\w+(?:\.\w+)?$/],
    [
      'process_creation',
      "User: '*'",
      "CurrentDirectory|contains: 'C:\\'",
      'CurrentDirectory',
      /^(?:[D-Z]:|\\\\\w+)\\.*\\$/,
    ],
    [
      'process_access',
      "SourceUser: '*'",
      "TargetImage|startswith: 'C:\\Windows\\'",
      'TargetImage',
      /^[C-Z]:\\[^W].*\.exe$/i,
    ],
    ['registry_set', "User: '*'", "Details: 'Binary Data'", 'Details', /^(?:[DQ]WORD \(|\(Empty\)$|\w)/],
    ['image_load', "Signed: 'true'", "Signature|startswith: 'Microsoft'", 'Signature', /^(?:Google|Mozilla|Contoso)/],
  ]
  for (const [category, wanted, refused, name, shape] of fields) {
    it(`is another usual one: ${name} without ${refused}`, () => {
      const detection = `  s:\n    ${wanted}\n  f:\n    ${refused}\n  condition: s and not f`
      for (const event of eventsFor(category, detection, 12)) assert.match(String(event[name]), shape)
    })
  }

  it('is another status of the web', () => {
    const rule = ruleOf(
      'title: t\nlogsource:\n  category: webserver\ndetection:\n  s:\n    cs-method: GET\n  f:\n    sc-status: 404\n  condition: s and not f\n',
    )
    const answer = solve([rule], { kind: 'fires' }, { count: 12, chance: 'values', seed: 'test' })
    const statuses = answer.kind === 'witness' ? answer.events.map(({ fields }) => fields['sc-status']) : []
    assert.ok(statuses.length > 0)
    for (const status of statuses) assert.ok([200, 204, 301].includes(Number(status)), String(status))
  })
})

describe('a port', () => {
  it('is a known one where only others are refused, and never 0', () => {
    const usual = [443, 80, 445, 53, 389, 135, 88, 5985, 123, 22, 25, 8080]
    const refused = `  s:\n    Initiated: 'true'\n  f:\n    DestinationPort: [${usual}]\n  condition: s and not f`
    const events = eventsFor('network_connection', refused, 20)
    assert.equal(events.length, 20)
    for (const { DestinationPort } of events) assert.ok([8443, 3389, 5355, 139, 21].includes(Number(DestinationPort)))
  })

  it('is drawn from all that are open where the known ones are not', () => {
    const ports = eventsFor(
      'network_connection',
      selection('DestinationPort|gt: 10000', 'DestinationPort|lt: 20000'),
      8,
    )
    assert.ok(
      ports.every(({ DestinationPort }) => Number(DestinationPort) > 10_000 && Number(DestinationPort) < 20_000),
    )
    const source = eventsFor(
      'network_connection',
      `  s:\n    User: '*'\n  f:\n    SourcePort|gt: 60000\n  condition: s and not f`,
      8,
    )
    for (const { SourcePort } of source) assert.ok(Number(SourcePort) >= 49_152 && Number(SourcePort) <= 60_000)
  })
})

describe('a path', () => {
  const paths: readonly (readonly [string, string, string, RegExp])[] = [
    ['process_access', 'TargetImage', "TargetImage|contains: '\\Sysmon64.exe'", /^[CD]:\\(?:[\w .]+\\)*Sysmon64\.exe$/],
    [
      'file_event',
      'TargetFilename',
      "TargetFilename|contains|all: ['\\iphlpapi.dll', '\\AppData\\Local\\Microsoft']",
      /^C:\\Users\\[^\\]+\\AppData\\Local\\Microsoft\\iphlpapi\.dll$/,
    ],
    [
      'file_event',
      'TargetFilename',
      "TargetFilename|contains|all: ['.dll', '\\assembly\\tmp\\']",
      /^[CD]:\\(?:[\w .]+\\)+assembly\\tmp\\update\.dll$/,
    ],
    [
      'process_creation',
      'ParentImage',
      "ParentImage|startswith: 'C:\\Users\\'\n    ParentImage|contains: '\\AppData\\Local\\Temp'",
      /^C:\\Users\\[^\\]+\\AppData\\Local\\Temp\\[^\\]+\.exe$/i,
    ],
    [
      'file_event',
      'TargetFilename',
      "TargetFilename|contains: ':\\Users\\'\n    TargetFilename|endswith: '\\notes.txt'",
      /^C:\\Users\\[\w.]+\\notes\.txt$/,
    ],
    [
      'process_creation',
      'Image',
      "Image|contains: ':\\Program Files'\n    Image|endswith: '\\a.exe'",
      /^C:\\Program Files\\a\.exe$/,
    ],
    [
      'file_delete',
      'TargetFilename',
      "TargetFilename|endswith: ':Zone.Identifier'",
      /^C:\\Users\\[\w.]+\\Downloads\\setup\.exe:Zone\.Identifier$/,
    ],
    [
      'file_event',
      'TargetFilename',
      "TargetFilename|contains: '\\slack\\app-'\n    TargetFilename|endswith: '\\ffmpeg.dll'",
      /\\slack\\app-[\d.]+\\ffmpeg\.dll$/,
    ],
    [
      'process_creation',
      'CurrentDirectory',
      "CurrentDirectory|contains: 'AppData\\Local'",
      /^C:\\Users\\[\w.]+\\AppData\\Local\\$/,
    ],
  ]
  for (const [category, name, lines, shape] of paths) {
    it(`has a drive, a user and its file last: ${lines}`, () => {
      for (const event of eventsFor(category, selection(...lines.split('\n    '))))
        assert.match(String(event[name]), shape)
    })
  }
})

describe('a call trace', () => {
  const frame = /^(?:[A-Z]:\\[^|]+\.\w+\+[0-9a-f]+|UNKNOWN\([0-9A-F]{16}\))$/
  const traces: readonly (readonly [string, RegExp])[] = [
    ["CallTrace|contains: 'dbgcore.dll'", /\|C:\\Windows\\System32\\dbgcore\.dll\+[0-9a-f]{4,5}(?:\||$)/],
    ["CallTrace|contains: '\\comsvcs.dll'", /\|C:\\Windows\\System32\\comsvcs\.dll\+[0-9a-f]{4,5}(?:\||$)/],
    ["CallTrace|contains: '|UNKNOWN('", /\|UNKNOWN\([0-9A-F]{16}\)/],
    [
      "CallTrace|contains|all: ['_ctypes.pyd+', ':\\Windows\\System32\\KERNELBASE.dll+', ':\\Windows\\SYSTEM32\\ntdll.dll+']",
      /^C:\\Windows\\SYSTEM32\\ntdll\.dll\+[0-9a-f]+\|C:\\Windows\\System32\\KERNELBASE\.dll\+[0-9a-f]+\|C:\\.*_ctypes\.pyd\+/,
    ],
    [
      "CallTrace|startswith: 'C:\\Windows\\System32\\ntdll.dll+'\n    CallTrace|endswith: ')'",
      /^C:\\Windows\\System32\\ntdll\.dll\+[0-9a-f]+\|.*\|UNKNOWN\([0-9A-F]{16}\)$/,
    ],
    [
      "CallTrace|contains: ':\\Windows\\Microsoft.NET\\Framework64\\v2.'",
      /\|C:\\Windows\\Microsoft\.NET\\Framework64\\v2\.0\.50727\\clr\.dll\+/,
    ],
  ]
  for (const [lines, shape] of traces) {
    it(`begins in ntdll.dll and has whole frames: ${lines}`, () => {
      for (const { CallTrace } of eventsFor('process_access', selection(...lines.split('\n    ')))) {
        const frames = String(CallTrace).split('|')
        assert.match(String(CallTrace), shape)
        assert.match(frames[0] ?? '', /^C:\\Windows\\System32\\ntdll\.dll\+/i)
        assert.ok(frames.length >= 3 && frames.every((each) => frame.test(each)), String(CallTrace))
      }
    })
  }
})

/** Events of a log source that no catalogue describes. */
function foreignEvents(logsource: string, detection: string): readonly Fields[] {
  const rule = ruleOf(`title: t\nlogsource: ${logsource}\ndetection:\n${detection}\n`)
  const answer = solve([rule], { kind: 'fires' }, { count: 8, chance: 'values', seed: 'test' })
  if (answer.kind !== 'witness') throw new Error(JSON.stringify(answer))
  return answer.events.map(({ fields }) => fields)
}

describe('an event that no catalogue describes', () => {
  const linux = '{ product: linux, category: process_creation }'
  const programs: readonly (readonly [string, RegExp])[] = [
    ["Image|endswith: '/php'", /^\/(?:usr|opt)(?:\/\w+)*\/bin\/php$/],
    ["Image|contains: 'python'", /^\/(?:usr|opt)(?:\/\w+)*\/bin\/python$/],
    ["Image|endswith: '/etc/update.sh'", /^\/etc\/update\.sh$/],
    ["Image|startswith: '/tmp/'", /^\/tmp\/\w+$/],
    ["Image|endswith: '/bin/bash'", /^\/bin\/bash$/],
    ["Image|startswith: '/opt/'\n    Image|endswith: '/java'", /^\/opt\/java$/],
  ]
  for (const [lines, shape] of programs) {
    it(`has a program of Linux that its command line names: ${lines}`, () => {
      const wanted = [...lines.split('\n    '), "CommandLine|contains: ' -r fsockopen'"]
      for (const { Image, CommandLine } of foreignEvents(linux, selection(...wanted))) {
        assert.match(String(Image), shape)
        const name = String(Image).split('/').at(-1) ?? ''
        assert.ok(String(CommandLine).split(' ')[0]?.endsWith(name), String(CommandLine))
      }
    })
  }

  it('has a file of Linux in a folder, not below a program', () => {
    const files = '{ product: linux, category: file_event }'
    for (const { TargetFilename } of foreignEvents(files, selection("TargetFilename|endswith: '/doas.conf'")))
      assert.match(String(TargetFilename), /^\/(?:home\/[\w.]+|srv\/data|tmp)\/doas\.conf$/)
    for (const { TargetFilename } of foreignEvents(files, selection("TargetFilename|contains: '/etc/doas'")))
      assert.match(String(TargetFilename), /^\/etc\/doas/)
  })

  it('has paths of Windows in the logs of Windows', () => {
    const object = foreignEvents(
      '{ product: windows, service: security }',
      selection('EventID: 4663', "ProcessName|endswith: '\\OUTLOOK.EXE'", "ObjectName|contains: 'x'"),
    )
    for (const { ProcessName } of object) assert.match(String(ProcessName), /^[CD]:\\(?:[\w .]+\\)*OUTLOOK\.EXE$/)
    const service = foreignEvents(
      '{ product: windows, service: system }',
      selection("Provider_Name: 'Service Control Manager'", 'EventID: 7045', "ImagePath|contains: '\\svchost.exe'"),
    )
    for (const { ImagePath } of service) assert.match(String(ImagePath), /^[CD]:\\(?:[\w .]+\\)*svchost\.exe$/)
  })

  it('has an address where the rule tests for networks', () => {
    const zeek = foreignEvents(
      '{ product: zeek, service: conn }',
      "  s:\n    id.resp_p: 3389\n  f:\n    id.orig_h|cidr: '10.0.0.0/8'\n  condition: s and not f",
    )
    for (const fields of zeek) assert.match(String(fields['id.orig_h']), /^\d+\.\d+\.\d+\.\d+$/)
  })
})
