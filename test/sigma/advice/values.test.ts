import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Problem } from '../../../sigma/index.ts'
import { advisedIn, creation, ruleOf, searching } from './advised.ts'

const connection = 'product: windows, category: network_connection'
const security = 'product: windows, service: security'
const cloud = 'product: aws, service: cloudtrail'

/** What a code says of one search, as severities with places. */
function said(code: Problem['code'], logsource: string, entries: string): readonly string[] {
  return advisedIn(code, [searching(logsource, entries)]).map(({ severity, at }) => `${severity} ${at}`)
}

function table(code: Problem['code'], cases: readonly (readonly [string, string, ...string[]])[]): void {
  for (const [logsource, entries, ...wanted] of cases) {
    test(`${entries} of ${logsource}`, () => assert.deepEqual(said(code, logsource, entries), wanted))
  }
}

describe('a network as text', () => {
  table('W-CIDR-MISSING', [
    [security, 'IpAddress: 10.0.0.0/8', 'warning 10.0.0.0/8'],
    [security, "IpAddress: ['-', '::1/128', 127.0.0.1]", "warning '::1/128'"],
    [security, 'IpAddress|startswith: 192.168.0.0/16', 'warning 192.168.0.0/16'],
    [security, 'IpAddress: 10.1.2.3/8', 'warning 10.1.2.3/8'],
    [connection, "DestinationIp: 'fe80::/10'", "warning 'fe80::/10'"],
    [cloud, 'sourceIPAddress: 203.0.113.0/24', 'warning 203.0.113.0/24'],
    ['category: proxy', 'c-ip: 203.0.113.0/24', 'warning 203.0.113.0/24'],
    ['category: firewall', 'peer: 203.0.113.0/24', 'warning 203.0.113.0/24'],
    [security, 'IpAddress|cidr: 10.0.0.0/8'],
    [security, 'IpAddress: 10.0.0.0'],
    [security, 'IpAddress|re: 10.0.0.0/8'],
    [cloud, 'requestParameters.cidrIp: 0.0.0.0/0'],
    [cloud, 'requestParameters.destinationCidrBlock: 10.0.0.0/8'],
    [cloud, 'responseElements.routes: 10.0.0.0/8'],
    [creation, 'CommandLine|contains: 10.0.0.0/8'],
    [creation, 'CommandLine: 10.0.0.0/8'],
    [creation, 'FileVersion: 1.2.3.4/24'],
    ['category: webserver', 'cs-uri-stem: 1.2.3.0/24'],
    ['category: firewall', 'peer: 1.2.3.4/24'],
    ['category: firewall', "any: '0.0.0.0/0'"],
    ['product: windows, service: firewall-as', 'RemoteAddresses: 10.0.0.0/8'],
    ['category: firewall', 'peer: 300.0.0.0/8'],
  ])

  test('in a filter document', () => {
    const filter = `title: F\nlogsource: {${security}}\nfilter: {rules: any, a: {IpAddress: 10.0.0.0/8}, condition: not a}\n`
    assert.equal(advisedIn('W-CIDR-MISSING', [filter]).length, 1)
  })

  test('is told with the entry that compares networks', () => {
    const hints = ['10.0.0.0/8', '10.0.0.1/8'].map(
      (value) => advisedIn('W-CIDR-MISSING', [searching(security, `IpAddress: ${value}`)])[0]?.hint,
    )
    assert.deepEqual(hints, [
      "Write IpAddress|cidr: '10.0.0.0/8'.",
      'Write IpAddress|cidr and the first address of the network.',
    ])
  })
})

describe('a path that begins without its drive', () => {
  table('W-PATH', [
    [creation, "Image: '\\cmd.exe'", "warning '\\cmd.exe'"],
    [creation, "ParentImage: ['\\a.exe', 'C:\\b.exe', '\\c.exe']", "warning '\\a.exe'", "warning '\\c.exe'"],
    [creation, "Image|startswith: '\\Windows\\'", "warning '\\Windows\\'"],
    [creation, "CurrentDirectory: '\\Temp\\*'", "warning '\\Temp\\*'"],
    ['product: windows, category: file_event', "TargetFilename: '\\a.txt'", "warning '\\a.txt'"],
    [security, "EventID: 4688, NewProcessName: '\\cmd.exe'", "warning '\\cmd.exe'"],
    [security, "NewProcessName: '\\cmd.exe'"],
    [creation, "Image|endswith: '\\cmd.exe'"],
    [creation, "Image|contains: '\\cmd'"],
    [creation, "Image: '*\\cmd.exe'"],
    [creation, "Image|re: '\\\\cmd.exe'"],
    [creation, "Image: 'C:\\cmd.exe'"],
    [creation, "Image|startswith: '\\\\\\\\srv\\share'"],
    [creation, "Image|startswith: '\\Device\\HarddiskVolume'"],
    [creation, "Image|startswith: '\\SystemRoot\\'"],
    [creation, "OriginalFileName: '\\cmd.exe'"],
    [creation, "CommandLine|startswith: '\\cmd.exe'"],
    ['product: windows, category: pipe_created', "PipeName: '\\evil'"],
    ['product: windows, category: raw_access_thread', "Device|startswith: '\\Device\\'"],
    ['product: windows, service: taskscheduler', "TaskName: '\\task'"],
    ['product: linux, category: process_creation', "Image: '\\bash'"],
  ])

  test('is told with the modifier that is meant', () => {
    const hint = (entry: string) => advisedIn('W-PATH', [searching(creation, entry)])[0]?.hint
    assert.equal(hint("Image: '\\cmd.exe'"), 'Write Image|endswith.')
    assert.match(hint("Image|startswith: '\\Windows\\'") ?? '', /^Write contains in place of startswith/)
  })
})

describe('a root of the registry that no event has', () => {
  const set = 'product: windows, category: registry_set'
  table('W-PATH', [
    [set, "TargetObject|startswith: 'HKCU\\Software'", "warning 'HKCU\\Software'"],
    [set, "TargetObject: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\a'", "warning 'HKEY_LOCAL_MACHINE\\SOFTWARE\\a'"],
    [set, "TargetObject|startswith: 'hkey_users\\a'", "warning 'hkey_users\\a'"],
    [set, "TargetObject|startswith: 'HKLM\\Software'"],
    [set, "TargetObject|startswith: 'HKU\\S-1'"],
    [set, "TargetObject|startswith: '\\REGISTRY\\A\\'"],
    [set, "TargetObject|contains: 'HKCU\\Software'"],
    [set, "TargetObject|startswith: '*HKCU\\Software'"],
    [set, "Details|startswith: 'HKCU\\Software'"],
    [creation, "CommandLine|startswith: 'HKCU\\Software'"],
  ])
})

describe('percent signs', () => {
  const placeholders = { our_servers: ['a'], temp: ['b'] }
  const cases: readonly (readonly [entries: string, wanted: readonly string[]])[] = [
    ["User: '%Administrators%'", ["'%Administrators%'"]],
    ["User|contains: ['%Servers%', x]", ["'%Servers%'"]],
    ["User: '%our_servers%'", ["'%our_servers%'"]],
    ["User|expand: '%our_servers%'", []],
    ["CommandLine|contains: '%temp%'", []],
    ["CommandLine|contains: '%APPDATA%'", []],
    ["CommandLine|contains: '%unknown%'", []],
    ["CommandLine|contains: '%our_servers%\\x'", []],
    ["CommandLine|contains: '100%'", []],
  ]
  for (const [entries, wanted] of cases) {
    test(entries, () => {
      const found = advisedIn('W-PERCENT', [searching(creation, entries)], placeholders)
      assert.deepEqual(
        found.map(({ at }) => at),
        wanted,
      )
      for (const { hint } of found) assert.match(hint, /\|expand\.$/)
    })
  }
})

describe('a value that everything matches', () => {
  table('W-MATCHES-ALL', [
    [creation, "Image|contains: ''", "warning ''"],
    [creation, "Image: '*'", "warning '*'"],
    [creation, "Image|endswith: '**'", "warning '**'"],
    [creation, "Image|re: ['.*', '^.*$', 'a.*']", "warning '.*'", "warning '^.*$'"],
    [security, "EventID: 4624, TargetUserName: '*'", "warning '*'"],
    [creation, "ParentUser: '*'", "note '*'"],
    [creation, "CommandLine|contains: ''", "note ''"],
    [cloud, "errorCode: '*'", "note '*'"],
    [creation, "Image: ''"],
    [creation, "Image: '?'"],
    [creation, "Image: '*a*'"],
    [creation, "Image|re: '.+'"],
    [creation, 'Image|exists: true'],
  ])

  test('a keyword has no field to be present', () => {
    assert.deepEqual(advisedIn('W-MATCHES-ALL', [ruleOf(creation, "sel: ['*']")]), [])
  })
})
