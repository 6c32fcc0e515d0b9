import type { Json } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { documentationAddress } from '../host/machine/profile.ts'

/** What a field of an event that no catalogue describes may hold, told by its name alone. */
interface Habit {
  readonly names: RegExp
  readonly make: (chance: Chance) => Json
}

const among =
  (...values: readonly Json[]) =>
  (chance: Chance): Json =>
    chance.helpers.arrayElement(values)

const address = (chance: Chance): Json => documentationAddress('ipv4', chance)
const hexadecimal = (length: number) => (chance: Chance) =>
  chance.string.hexadecimal({ length, casing: 'lower', prefix: '' })

/** The first habit whose names fit wins. Names are those of the Sigma taxonomy and of the products that rules are for. */
const habits: readonly Habit[] = [
  { names: /^(?:sc-status|status_?code)$/i, make: among(200, 204, 301, 404) },
  { names: /^OriginalFileName$/, make: among('update.exe', 'setup.exe') },
  {
    names:
      /^(?:(?:Caller|Calling|New|Parent)?Process(?:Name|Path)?(?:Buffer)?|processPath|Image(?:Name|Path)|Service(?:File)?Name|(?:Modifying)?Application(?:Path)?|Source(?:Filename|File)|File(?:Name|Path)(?:Buffer)?)$/,
    make: among(
      'C:\\Windows\\System32\\svchost.exe',
      'C:\\Windows\\explorer.exe',
      'C:\\Program Files\\Contoso Suite\\suite.exe',
    ),
  },
  { names: /^TaskName$/, make: among('\\Contoso\\Sync', '\\Microsoft\\Windows\\Defrag\\ScheduledDefrag') },
  { names: /^(?:[A-Z][a-z]+)?LogonId$/, make: among('0x3e7', '0x5a31c', '0x1f20b4') },
  { names: /^(?:OpNum|opnum)$/, make: (chance) => chance.number.int({ min: 0, max: 60 }) },
  { names: /^Level$/, make: among(4, 3, 2) },
  { names: /^(?:rejected|Z|AA|TC|RD|RA)$/, make: among(false) },
  { names: /^qtype_name$/, make: among('A', 'AAAA') },
  { names: /(?:^|[._-])(?:orig|resp)_h$|(?:^|[a-z])Address(?:es)?$/, make: address },
  {
    names: /(?:^|[._-])port$|[a-z]Port$|(?:^|[._-])(?:orig|resp)_p$/,
    make: (chance) => chance.number.int({ min: 1_024, max: 65_535 }),
  },
  { names: /(?:bytes|size|length|count|_len)$/i, make: (chance) => chance.number.int({ min: 40, max: 90_000 }) },
  { names: /(?:^|[._-])(?:pid|uid)$|ProcessI[dD]$/, make: (chance) => chance.number.int({ min: 250, max: 4_000 }) * 4 },
  { names: /(?:^|[._-])ip$|ip_?addr|ipaddress|[a-z]Ip$|^(?:c|s|r)-ip$/i, make: address },
  { names: /^(?:cs-)?method$|http.*method/i, make: among('GET', 'POST', 'HEAD') },
  {
    names: /user-?_?agent/i,
    make: among('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'),
  },
  { names: /uri-?_?query/i, make: among('page=2', 'lang=en', '-') },
  { names: /uri-?_?extension/i, make: among('html', 'css', 'js') },
  { names: /uri|url|(?:^|[._-])path$/i, make: among('/index.html', '/news/today', '/assets/site.css') },
  { names: /referr?er/i, make: among('https://www.contoso.example/', '-') },
  { names: /host|domain|query$|computer/i, make: among('www.contoso.example', 'files.fabrikam.example') },
  { names: /md5/i, make: hexadecimal(32) },
  { names: /sha1/i, make: hexadecimal(40) },
  { names: /sha256|(?:^|[._-])hash$/i, make: hexadecimal(64) },
  { names: /guid|uuid|session_?id/i, make: hexadecimal(32) },
  { names: /time|date/i, make: among('2025-03-03T09:14:27.318Z') },
  { names: /command|cmdline|^a\d+$/i, make: among('ls -la /srv', 'cat /etc/os-release', 'ps aux') },
  { names: /image|exe|process|program|file/i, make: among('/usr/bin/ls', '/usr/bin/cat', '/usr/bin/ps') },
  {
    names: /user|account|actor|principal|owner|identity|email|initiat/i,
    make: among('anna.keller', 'ben.fischer', 'carla.rossi'),
  },
  { names: /region|location|country/i, make: among('eu-central-1', 'eu-west-1') },
  { names: /result|outcome|status/i, make: among('Success') },
  { names: /protocol|proto$/i, make: among('tcp', 'udp') },
]

/** What many fields may hold of whose name nothing is known. */
const words = ['default', 'standard', 'primary', 'general', 'internal'] as const

/** Where the events are of Windows, what else names mean there. */
const windowsHabits: readonly Habit[] = [
  {
    names: /^(?:Parent)?CommandLine$/,
    make: among('C:\\Windows\\explorer.exe', '"C:\\Windows\\System32\\notepad.exe" '),
  },
  { names: /^CurrentDirectory$/, make: among('C:\\Windows\\system32\\', 'C:\\ProgramData\\Contoso\\') },
  {
    names: /^OriginalFileName$|guid|user|account/i,
    make: () => null,
  },
  {
    names: /image|exe|process|program|file/i,
    make: among(
      'C:\\Windows\\explorer.exe',
      'C:\\Program Files\\Contoso Suite\\suite.exe',
      'D:\\Work\\tools\\viewer.exe',
    ),
  },
]

/**
 * A plausible value, of the type it usually has, for a field of an event that no catalogue describes. Only its name tells
 * what it is, and whether the event is one of Windows: nothing about it is a fact.
 */
export function plausibleValue(name: string, chance: Chance, isOfWindows = false): Json {
  return habitualValue(name, chance, isOfWindows) ?? chance.helpers.arrayElement(words)
}

/** The same where the name tells something; null where it does not. */
export function habitualValue(name: string, chance: Chance, isOfWindows = false): Json | null {
  const own = isOfWindows ? windowsHabits.find(({ names }) => names.test(name))?.make(chance) : undefined
  return own ?? habits.find(({ names }) => names.test(name))?.make(chance) ?? null
}
