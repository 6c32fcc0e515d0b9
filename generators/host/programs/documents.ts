import type { Chance } from '../../chance.ts'
import type { Session } from '../machine/profile.ts'
import { fileName } from './find-program.ts'
import type { Program } from './installed/program.ts'

/** Files that programs write, by the program's file name in lower case. `{person}` is whose profile, `{n}` a number. */
const written: Readonly<Record<string, readonly string[]>> = {
  'explorer.exe': [
    'C:\\Users\\{person}\\AppData\\Roaming\\Microsoft\\Windows\\Recent\\Minutes {n}.lnk',
    'C:\\Users\\{person}\\Documents\\New folder\\Plan {n}.txt',
    'C:\\Users\\{person}\\AppData\\Local\\Microsoft\\Windows\\Explorer\\thumbcache_{n}.db',
  ],
  'winword.exe': [
    'C:\\Users\\{person}\\Documents\\~$port {n}.docx',
    'C:\\Users\\{person}\\AppData\\Roaming\\Microsoft\\Templates\\~$Normal.dotm',
    'C:\\Users\\{person}\\AppData\\Local\\Temp\\~WRS{n}.tmp',
  ],
  'excel.exe': [
    'C:\\Users\\{person}\\Documents\\~$Budget {n}.xlsx',
    'C:\\Users\\{person}\\AppData\\Roaming\\Microsoft\\Excel\\Budget {n}.xlsb',
  ],
  'outlook.exe': [
    'C:\\Users\\{person}\\AppData\\Local\\Microsoft\\Outlook\\{person}.ost.tmp',
    'C:\\Users\\{person}\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\K{n}\\agenda.pdf',
  ],
  'msedge.exe': [
    'C:\\Users\\{person}\\AppData\\Local\\Microsoft\\Edge\\User Data\\Default\\Cache\\Cache_Data\\f_{n}',
    'C:\\Users\\{person}\\Downloads\\timetable-{n}.pdf',
  ],
  'chrome.exe': [
    'C:\\Users\\{person}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\Cache_Data\\f_{n}',
    'C:\\Users\\{person}\\Downloads\\invoice-{n}.pdf',
  ],
  'firefox.exe': [
    'C:\\Users\\{person}\\AppData\\Local\\Mozilla\\Firefox\\Profiles\\w{n}.default-release\\cache2\\entries\\{n}',
    'C:\\Users\\{person}\\Downloads\\handbook-{n}.pdf',
  ],
  'notepad.exe': ['C:\\Users\\{person}\\Documents\\notes {n}.txt'],
  'svchost.exe': [
    'C:\\Windows\\Prefetch\\NOTEPAD.EXE-{n}.pf',
    'C:\\Windows\\SoftwareDistribution\\DataStore\\Logs\\edb{n}.log',
    'C:\\Windows\\ServiceState\\EventLog\\Data\\lastalive{n}.dat',
  ],
  'spoolsv.exe': ['C:\\Windows\\System32\\spool\\PRINTERS\\FP{n}.SPL'],
  'taskhostw.exe': ['C:\\Users\\{person}\\AppData\\Local\\Microsoft\\Windows\\WebCache\\V01{n}.log'],
}

const others: readonly string[] = [
  'C:\\Users\\{person}\\AppData\\Local\\Temp\\{n}.tmp',
  'C:\\ProgramData\\Contoso\\Cache\\{n}.dat',
]

/** A file that this program writes on an ordinary day. */
export function fileWrittenBy(program: Program, session: Session, chance: Chance): string {
  const own = written[fileName(program.image).toLowerCase()] ?? others
  const isPersonal = (each: string) => each.includes('{person}')
  const fitting = session.terminal === 0 ? own.filter((each) => !isPersonal(each)) : own
  const chosen = chance.helpers.arrayElement(fitting.length > 0 ? fitting : ['C:\\Windows\\Temp\\{n}.tmp'])
  const number = String(chance.number.int({ min: 1_000, max: 999_999 }))
  return chosen.replaceAll('{person}', session.name).replaceAll('{n}', number)
}

/** Programs that somebody downloads, or an installer unpacks. */
const executables = [
  'C:\\Users\\{person}\\Downloads\\ContosoViewerSetup-{n}.exe',
  'C:\\Users\\{person}\\AppData\\Local\\Temp\\is-{n}.tmp\\setup.tmp',
  'C:\\Program Files\\Contoso Suite\\updater-{n}.exe',
  'C:\\ProgramData\\Contoso\\Packages\\module-{n}.dll',
] as const

/** A file that is a program, as the events about executables have it. */
export function executableFile(session: Session, chance: Chance): string {
  const chosen = chance.helpers.arrayElement(executables)
  const number = String(chance.number.int({ min: 100, max: 9_999 }))
  return chosen.replaceAll('{person}', session.name).replaceAll('{n}', number)
}
