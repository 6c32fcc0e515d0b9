import type { Chance } from '../../chance.ts'
import type { Session } from './profile.ts'

/** A place in the registry that changes on ordinary days, with the form of what is written there. */
export interface RegistryValue {
  /** `{sid}` is whose hive, `{n}` a number. */
  readonly path: string
  readonly kind: 'dword' | 'qword' | 'binary' | 'text' | 'empty'
  /** What a text value holds. */
  readonly text: string
}

function value(path: string, kind: RegistryValue['kind'], text = ''): RegistryValue {
  return { path, kind, text }
}

const explorer = 'HKU\\{sid}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer'

/** Values that programs set all day; about as many of each kind as recorded. */
export const registryValues: readonly RegistryValue[] = [
  value(`${explorer}\\RecentDocs\\MRUListEx`, 'binary'),
  value(`${explorer}\\FileExts\\.docx\\OpenWithList\\a`, 'text', 'WINWORD.EXE'),
  value(`${explorer}\\StreamMRU\\{n}`, 'binary'),
  value(`${explorer}\\Advanced\\HideFileExt`, 'dword'),
  value('HKU\\{sid}\\SOFTWARE\\Microsoft\\Office\\16.0\\Common\\General\\LastUILang', 'text', 'en-US'),
  value(
    'HKU\\{sid}\\SOFTWARE\\Microsoft\\Office\\16.0\\Word\\Reading Locations\\Document {n}\\Datetime',
    'text',
    'today',
  ),
  value('HKU\\{sid}\\Control Panel\\Desktop\\TranscodedImageCount', 'dword'),
  value('HKU\\{sid}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CloudStore\\Store\\Cache\\{n}\\Data', 'binary'),
  value('HKLM\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\{n}\\LeaseObtainedTime', 'dword'),
  value(
    'HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config\\Status\\LastGoodSampleInfo',
    'text',
    'time.example,0x9',
  ),
  value('HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings\\{sid}\\Version', 'dword'),
  value('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Reporting\\SampleTime', 'qword'),
  value('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\{sid}\\RefCount', 'dword'),
  value(
    'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Print\\Printers\\Office {n}\\Location',
    'text',
    '%SystemRoot%\\spool',
  ),
  value(
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Diagnostics\\DiagTrack\\LastPersistedEventTimeOrFirstBoot',
    'qword',
  ),
  value('\\REGISTRY\\A\\{hive}\\LocalState\\LastLaunch', 'binary'),
  value('\\REGISTRY\\A\\{hive}\\Root\\InventoryApplicationFile\\contoso|{n}\\(Default)', 'empty'),
]

/** Where the settings of a session's user lie, as Sysmon spells it; the system's own have a name instead of a SID. */
export function userHive({ sid }: Session): string {
  return `HKU\\${sid === 'S-1-5-18' ? '.DEFAULT' : sid}`
}

/** The place with its gaps filled in. */
export function spelledPath(path: string, session: Session, chance: Chance): string {
  const number = chance.number.int({ min: 10, max: 9_999 })
  const part = (length: number) => chance.string.hexadecimal({ length, casing: 'lower', prefix: '' })
  const hive = `{${part(8)}-${part(4)}-${part(4)}-${part(4)}-${part(12)}}`
  return path
    .replace('HKU\\{sid}', () => userHive(session))
    .replaceAll('{sid}', session.sid)
    .replaceAll('{n}', String(number))
    .replaceAll('{hive}', hive)
}

/** What Details has for a value of this kind: numbers in hex, other data in a word, texts with each percent sign doubled. */
export function detailsOf({ kind, text }: RegistryValue, chance: Chance): string {
  const half = () => `0x${chance.number.int({ min: 0, max: 0xffffff }).toString(16).padStart(8, '0')}`
  switch (kind) {
    case 'dword':
      return `DWORD (0x${chance.number.int({ min: 0, max: 40 }).toString(16).padStart(8, '0')})`
    case 'qword':
      return `QWORD (${half()}-${half()})`
    case 'binary':
      return 'Binary Data'
    case 'empty':
      return '(Empty)'
    case 'text':
      return text.replaceAll('%', '%%')
  }
}

/** The key that a value is in. */
export function keyOf(path: string): string {
  return path.slice(0, path.lastIndexOf('\\'))
}
