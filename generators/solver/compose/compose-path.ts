import { fold } from '../../../sigma/index.ts'
import { fileName, folderOf, programAt } from '../../host/programs/find-program.ts'

/** What a path is made of: what it begins with, holds and ends in, and what stands around that. */
export interface PathRequest {
  readonly start: string
  readonly middles: readonly string[]
  readonly end: string
  /** It ends in a backslash, not in a file. */
  readonly isFolder: boolean
  /** The path that usually stands there; its file name is used where none is wanted. */
  readonly usual: string
  /** The name of somebody's profile folder. */
  readonly person: string
  /** The profile folder of whoever acts. */
  readonly home: string
  readonly attempt: number
}

/** A path from its drive on that holds the fragments, folders before files. Later attempts take other folders. */
export function composedPath(request: PathRequest): string {
  const { start, attempt, isFolder, person } = request
  const folders = request.middles.filter((fragment) => !isFile(fragment))
  const files = request.middles.filter(isFile)
  // The last attempts take what is wanted as it comes, were it a file in the place of a folder.
  const middles = attempt < lastAttempts ? [...folders, ...files] : request.middles
  const named = [start, ...middles].at(-1) ?? ''
  const isEnded = request.end !== '' && isFile(named) && fold(named).endsWith(fold(request.end))
  const isNamed = attempt < lastAttempts && isFile(named) && request.end === ''
  const usualName = isFolder || isNamed ? '' : `\\${fileName(request.usual) || 'setup.exe'}`
  const ending = isEnded ? '' : request.end || usualName
  const first = middles[0] ?? ending
  const lead = start !== '' ? start : leadOf(first, middles.length === 0 && attempt === 0, request)
  const path = [...middles, ending].reduce((left, right) => joinedPath(left, right, person), lead)
  return isFolder && !path.endsWith('\\') && request.end === '' ? `${path}\\` : path
}

const lastAttempts = 8

/** Whether the fragment ends in a file's name or is an extension, as far as one can tell. */
function isFile(fragment: string): boolean {
  return /(?:^|[^\\.:])\.[a-z]\w{1,3}$/i.test(fragment)
}

const strangersFolders = [
  '{temp}',
  'C:\\Windows\\System32',
  'C:\\Program Files\\Contoso Suite',
  'C:\\ProgramData',
  'C:\\Tools',
  'D:\\Work',
] as const

const personal =
  /^\\?(?:AppData|Contacts|Desktop|Documents|Downloads|Favou?rites|Links|Music|OneDrive|Pictures|Videos)(?:\\|$)/i

/** Where folders usually lie that a fragment may begin with. */
const parents: readonly (readonly [RegExp, string])[] = [
  [personal, '{home}'],
  [/^\\?(?:Users|Windows|ProgramData|Program Files[^\\]*|Perflogs|Temp|inetpub|\$Recycle\.Bin)(?:\\|$)/i, 'C:'],
  [/^\\?(?:System32|SysWOW64|WinSxS|Microsoft\.NET)\\/i, 'C:\\Windows'],
  [/^\\?Start Menu\\/i, '{home}\\AppData\\Roaming\\Microsoft\\Windows'],
  [/^\\?Microsoft\\(?:Windows|Word|Excel|Outlook|Office|Templates)\\/i, '{home}\\AppData\\Roaming'],
  [/^:\\/, 'C'],
  [/^::/, '{home}\\AppData\\Local\\Temp\\backup'],
  [/^:/, '{home}\\Downloads\\setup.exe'],
  [/^[a-z]:\\|^\\\\/i, ''],
]

/** What stands before the first fragment of a path: its usual place, the known program's folder, or a stranger's. */
function leadOf(first: string, isFileName: boolean, { attempt, home }: PathRequest): string {
  const usual = attempt < 4 || first.startsWith(':') ? parents.find(([shape]) => shape.test(first))?.[1] : undefined
  const known = isFileName ? programAt(fileName(first)) : null
  if (usual === undefined && known !== null) return folderOf(known.image).slice(0, -1)
  const temp = /^C:\\Users\\/i.test(home) ? `${home}\\AppData\\Local\\Temp` : 'C:\\Windows\\Temp'
  const lead = usual ?? strangersFolders[attempt % strangersFolders.length] ?? 'C:'
  return lead.replace('{home}', home).replace('{temp}', temp)
}

/** Two stretches of a path, one backslash between them; a bare extension gets a name, a half one the rest of it. */
function joinedPath(left: string, right: string, person: string): string {
  if (left === '' || right === '') return left + right
  if (/\\Users\\?$/i.test(left) && (personal.test(right) || right.startsWith('\\'))) {
    return joinedPath(`${left.replace(/\\$/, '')}\\${person}`, right, person)
  }
  if (/[^\\][-_]$/.test(left) && right.startsWith('\\')) return `${left}1.4.2${right}`
  const tail = fileName(left)
  if (right.startsWith('\\') && left.endsWith('\\')) return left + right.slice(1)
  if (right.startsWith('\\') || left.endsWith('\\') || right.startsWith(':')) {
    return right.startsWith('.') ? `${left}update${right}` : left + right
  }
  if (right.startsWith('.') && !tail.includes('.')) return `${left}\\update${right}`
  return right.startsWith('.') ? left + right : `${left}\\${right}`
}
