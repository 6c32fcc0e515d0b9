import type { EventField } from '../../catalogue/index.ts'
import type { Fields, Json } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { serviceLogons, userNames } from '../facts/accounts.ts'
import { ownValue } from '../own-value.ts'
import { accountLanguages } from '../values/account-languages.ts'
import { areOfOneLanguage, serviceAccountNamed } from '../values/localized-accounts.ts'
import { allSessions, documentationAddress, type Host, serviceSession } from './machine/profile.ts'
import { detailsOf } from './machine/registry-values.ts'
import { sessionNamed } from './machine/sessions.ts'
import { strangerOr } from './processes/execution.ts'
import { commandLineOf } from './programs/command-line.ts'
import { fileWrittenBy } from './programs/documents.ts'
import { programs } from './programs/installed/programs.ts'
import { vendors } from './programs/installed/vendors.ts'
import { drivers, modules } from './programs/modules.ts'

/** The event that a value will stand in, and the host that it comes from. */
interface ValueSetting {
  readonly base: Fields
  readonly host: Host
  readonly chance: Chance
}

/**
 * Values that a field of the catalogue is often seen with, in the order in which to try them: every one that it can hold
 * where there are few, else those of the host. `isFree` tells that nothing is wanted but that the value be another one:
 * then some follow that are less common but no less real.
 */
export function usualValues(name: string, field: EventField, isFree: boolean, place: ValueSetting): readonly Json[] {
  const { host, chance } = place
  const known = field.values.length > 0 ? field.values : named.get(name)
  if (known !== undefined) return shuffledOnce(known, chance)
  if (name === 'LogonId') return allSessions(host).map((session) => session.logonId)
  if (field.format === 'account') {
    const people = host.people.map((person) => person.user)
    const services = accountsFor(name, place)
    // Who is no person stays none.
    const isService = serviceAccountNamed(String(ownValue(place.base, name) ?? '')) !== null
    return isService ? [...services, ...people] : [...people, ...services]
  }
  const hosts = isModule(name) ? [...modules, ...drivers] : programs
  const own = field.format === 'path' && name !== 'TargetFilename' ? hosts.map(({ image }) => image) : []
  return [...shuffledOnce(own, chance), ...(isFree ? otherValues(name, field, place) : [])]
}

/** Values of a field that holds anything, of which the usual one will not do. */
function otherValues(name: string, field: EventField, place: ValueSetting): readonly Json[] {
  const { chance } = place
  const { user, someone } = whoActs(place)
  const filledIn = (texts: readonly string[]) =>
    shuffledOnce(texts, chance).map((text) => text.replace('{person}', someone))
  switch (field.format) {
    case 'path':
      if (isModule(name)) return filledIn(libraries)
      if (name !== 'TargetFilename') return [...filledIn(strangers), ...filledIn(oddPrograms), ...bare]
      return [...programs.map((each) => fileWrittenBy(each, user, chance)), ...filledIn(files)]
    case 'directory':
      return filledIn(folders)
    case 'command-line':
      return commandLines(name, place).map((text) => text.replace('{person}', someone))
    case 'registry-details':
      return (['dword', 'text', 'binary', 'qword', 'empty'] as const).map((kind) =>
        detailsOf({ path: '', kind, text: 'Contoso Suite' }, chance),
      )
    default:
      return /ip_?address/i.test(name)
        ? [0, 1, 2].map(() => documentationAddress('ipv4', chance))
        : shuffledOnce(field.usual, chance)
  }
}

function shuffledOnce(values: readonly string[], chance: Chance): readonly string[] {
  return chance.helpers.shuffle([...new Set(values.filter((value) => value !== ''))])
}

/**
 * Service accounts as this host names them, then as a host does that has the other names of the event, then any; of each
 * the one first whose logon the event has, else mostly SYSTEM, as which 1,816 of 1,988 recorded ones ran.
 */
function accountsFor(name: string, { base, host, chance }: ValueSetting): readonly string[] {
  const english = allSessions(host).flatMap(({ user, terminal }) => (terminal === 0 ? [user] : []))
  const others = userNames.flatMap((each) => (each === name ? [] : (ownValue(base, each) ?? []))).filter(isText)
  const isMostly = chance.number.int({ min: 0, max: 4 }) > 0
  const logon = Object.values(serviceLogons).find((each) => each === ownValue(base, 'LogonId'))
  const usualLogon = logon ?? (isMostly ? serviceLogons.SYSTEM : null)
  const rank = (account: string) => {
    const language = english.includes(account) ? 0 : areOfOneLanguage([account, ...others]) ? 2 : 4
    const kind = serviceAccountNamed(account)
    return language + (kind !== null && serviceLogons[kind] === usualLogon ? 0 : 1)
  }
  return shuffledOnce(serviceAccounts, chance).toSorted((one, other) => rank(one) - rank(other))
}

const serviceAccounts: readonly string[] = accountLanguages
  .flatMap((language) => Object.values(language.accounts))
  .filter((account) => account?.includes('\\') === true)
  .map(String)

const resources = Object.values(vendors)

/** Fields that hold what a version resource or a signature says, and masks of access. */
const named: ReadonlyMap<string, readonly string[]> = new Map([
  ['OriginalFileName', programs.map(({ originalFileName }) => originalFileName)],
  ['Description', programs.map(({ description }) => description)],
  ['Product', resources.map(({ product }) => product)],
  ['Company', resources.map(({ company }) => company)],
  ['FileVersion', resources.map(({ version }) => version)],
  ['Signature', ['Microsoft Windows', 'Microsoft Corporation', 'Google LLC', 'Mozilla Corporation', 'Contoso, Ltd.']],
  ['SignatureStatus', ['Valid', 'Unavailable', 'Expired', 'Revoked']],
  ['GrantedAccess', ['0x1000', '0x1400', '0x3000', '0x101000', '0x40', '0x1410', '0x1fffff', '0x1438']],
])

function isModule(name: string): boolean {
  return name === 'ImageLoaded' || name === 'StartModule'
}

const libraries = [
  'C:\\Program Files\\Contoso Suite\\suite.dll',
  'C:\\ProgramData\\Contoso\\Packages\\plugin.dll',
  'C:\\Users\\{person}\\AppData\\Local\\Contoso\\helper.dll',
  'D:\\Work\\tools\\reader.dll',
] as const

const files = [
  'C:\\ProgramData\\Contoso\\Cache\\index.dat',
  'C:\\Users\\{person}\\Documents\\minutes.docx',
  'D:\\Work\\plan.xlsx',
] as const

/** Programs that the host's list does not have. */
const strangers = [
  'C:\\Program Files\\Contoso Suite\\suite.exe',
  'C:\\Program Files (x86)\\Contoso\\reader.exe',
  'C:\\ProgramData\\Contoso\\agent.exe',
  'C:\\Users\\{person}\\AppData\\Local\\Contoso\\contoso.exe',
  'C:\\Tools\\inventory.exe',
  'D:\\Work\\tools\\viewer.exe',
] as const

/** Programs in files that are not called so. */
const oddPrograms = [
  'C:\\Users\\{person}\\AppData\\Local\\Temp\\~DF41C7.bin',
  'C:\\ProgramData\\Contoso\\Cache\\setup.dat',
  'D:\\Work\\tools\\viewer.txt',
] as const

/** Programs whose folder is not known. */
const bare = ['setup.exe', 'updater', 'suite.bin'] as const

const folders = [
  'C:\\Users\\{person}\\',
  'C:\\Users\\{person}\\Documents\\',
  'C:\\Windows\\system32\\',
  'C:\\ProgramData\\Contoso\\',
  'D:\\Work\\',
  'E:\\Backup\\',
  '\\\\files\\public\\',
] as const

/** What any program may be called with. */
const plainArguments = [
  '',
  '/?',
  '-v',
  'start',
  '"C:\\Users\\{person}\\Documents\\notes.txt"',
  'C:\\ProgramData\\Contoso\\settings.dat',
  '-f D:\\Work\\plan.ini',
] as const

/** What a program is called with by one that leaves its name out. */
const otherCalls = [
  'calc.exe',
  'notepad "C:\\Users\\{person}\\Documents\\notes.txt"',
  'C:\\ProgramData\\Contoso\\agent.exe -v',
] as const

/** The program of the event, called with its own arguments, then with any. */
function commandLines(name: string, { base, chance }: ValueSetting): readonly string[] {
  const image = (name.startsWith('Parent') ? parentNames : imageNames).map((each) => ownValue(base, each)).find(isText)
  if (image === undefined) return []
  const program = strangerOr(image)
  const pick = (below: number) => chance.number.int({ min: 0, max: below - 1 })
  const called = (rest: string) => commandLineOf({ ...program, arguments: [rest] }, pick)
  const own = [...chance.helpers.shuffle(program.arguments), ...chance.helpers.shuffle(plainArguments)]
  return [...own.map(called), ...chance.helpers.shuffle(otherCalls)]
}

const imageNames = ['Image', 'NewProcessName'] as const
const parentNames = ['ParentImage', 'ParentProcessName'] as const

/** Whose session the event belongs to, and whose folders it is about. */
function whoActs({ base, host }: ValueSetting) {
  const name = ['User', 'SourceUser'].map((each) => ownValue(base, each)).find(isText) ?? ''
  const [first] = host.people
  const user = sessionNamed(name, first ?? serviceSession(host, 'SYSTEM'), host)
  return { user, someone: host.people.find((person) => person.user === name)?.name ?? first?.name ?? 'Public' }
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
