import type { FieldFormat } from './field.ts'

/** Keywords of JSON Schema. */
export interface FormatSchema {
  readonly [keyword: string]: string | number
}

/** How a format shows in a value, and how sure that is. */
export interface FormatRule {
  /** What JSON Schema asks of a value; empty where the type says all. */
  readonly schema: FormatSchema
  /**
   * `always`: enforced by the manifest or the product's code, or without exception in at least 500 recorded events of
   * two product generations; only that may prove that an event is impossible. `usual`: guides realism alone.
   */
  readonly certainty: 'always' | 'usual'
  /** What says so. */
  readonly source: string
}

const hash = (name: string, digits: number) => `${name}=[0-9A-F]{${digits}}`
const [sha1, md5, sha256, imphash] = [hash('SHA1', 40), hash('MD5', 32), hash('SHA256', 64), hash('IMPHASH', 32)]
const hashLists = [
  `${sha1}(,${md5})?(,${sha256})?(,${imphash})?`,
  `${md5}(,${sha256})?(,${imphash})?`,
  `${sha256}(,${imphash})?`,
  imphash,
].join('|')

const guidText = '[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}'

const frame = String.raw`([^|]+\+[0-9a-f]+|UNKNOWN\(([0-9A-F]{8}|[0-9A-F]{16})\))(\(wow64\))?`

const free: FormatRule = { schema: {}, certainty: 'always', source: 'the manifest types the field and says no more' }

function pattern(certainty: 'always' | 'usual', source: string, text: string): FormatRule {
  return { schema: { pattern: text }, certainty, source }
}

const always = pattern.bind(null, 'always')
const usual = pattern.bind(null, 'usual')

/** What each format fixes. Addresses, command lines and details have facts of their own, which say more than a pattern. */
export const formatRules: Readonly<Record<FieldFormat, FormatRule>> = {
  text: free,
  path: free,
  directory: free,
  'command-line': free,
  'registry-details': free,
  'host-name': free,
  address: free,
  number: free,
  port: free,
  boolean: free,
  script: free,
  'one-of': free,
  'utc-time': always("the product's formatting code", String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$`),
  // Who renders the event puts braces around it, or not.
  guid: always('the manifest', `^(${guidText}|\\{${guidText}\\})$`),
  sid: always("Windows' spelling of security identifiers", String.raw`^S-1-\d+(-\d+)*$`),
  'process-id': {
    schema: { multipleOf: 4 },
    certainty: 'always',
    source: 'held in all of 49,000 recorded events, 5,600 of them from before Sysmon 11',
  },
  'thread-id': {
    schema: { multipleOf: 4 },
    certainty: 'always',
    source: 'held in 8,473 of 8,473 recorded events, 732 of them from before Sysmon 11',
  },
  hex: always('held in 75,774 of 75,774 access masks and 4,973 of 4,973 logon ids', '^0x(0|[1-9a-f][0-9a-f]{0,15})$'),
  account: always('held in all recorded events, before and from Sysmon 11', String.raw`^(-?|[^\\]+\\[\s\S]+)$`),
  'audited-account': usual('held in all recorded events 4688', String.raw`^(-?|[^\\]+\\[\s\S]+)$`),
  hashes: always('held in all of 17,000 recorded events, before and from Sysmon 11', `^(Unknown|-?|${hashLists})$`),
  'registry-path': always(
    'held in all of 10,972 recorded events, 556 of them from before Sysmon 11',
    String.raw`^(HKLM|HKU|HKCR|\\REGISTRY\\(A|MACHINE|USER))(\\|$)`,
  ),
  'audited-registry-path': always(
    'the roots that the kernel has, in the names that rules know them by (semantics 6.4)',
    String.raw`^(HKLM|HKU|\\REGISTRY\\(A|WC))(\\|$)`,
  ),
  'pipe-name': always(
    'held in 1,909 of 1,909 recorded events, 91 of them from before Sysmon 11',
    String.raw`^(\\[\s\S]*|<Anonymous Pipe>)$`,
  ),
  'call-trace': always(
    'held in 8,178 of 8,178 recorded events, 628 of them from before Sysmon 11',
    String.raw`^${frame}(\|${frame})*$`,
  ),
  'dns-results': always(
    'held in 2,182 of 2,182 recorded events, 269 of them from before Sysmon 11',
    '^(-?|(type:  ?[0-9]+ +[^;]*;|[0-9A-Fa-f:.]+;)+)$',
  ),
  device: always(
    'held in 1,256 of 1,256 recorded events, 32 of them from before Sysmon 11',
    String.raw`^\\Device\\[\s\S]+$`,
  ),
  'memory-address': usual('held in 295 of 295 recorded events', '^0x([0-9A-F]{8}|[0-9A-F]{16})$'),
  'wmi-text': usual('held in 25 of 25 recorded events', '^ "[\\s\\S]*"$'),
}
