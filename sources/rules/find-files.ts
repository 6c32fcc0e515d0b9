import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { extname, isAbsolute, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { byCodeUnit, visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { leftOutBy, withoutMark } from './left-out.ts'

/** What paths name. */
export interface FoundFiles {
  /** Keys relative to the root, with `/`, each once, by code unit. */
  readonly files: readonly string[]
  /** What is there under such a name and is no file to be read, by its key. */
  readonly refused: readonly RefusedFile[]
  /** Whether files were passed over because a path with `!` leaves them out. */
  readonly hasLeftOut: boolean
}

export interface RefusedFile {
  readonly path: string
  /** One plain sentence that names the path. */
  readonly error: SourceError
}

/** What to look for. */
export interface WantedFiles {
  /** Lower case, with the dot; `.json.gz` is one too. */
  readonly extensions: readonly string[]
  /** What to do where a path names nothing; ends the sentence. */
  readonly advice?: string
}

/**
 * The files with one of these extensions that the paths name: a file, a folder with all below it, or a glob. Paths are
 * relative to the root or absolute; one that begins with `!` leaves out what it names, wherever it stands among them. Names
 * that start with a dot and `node_modules` are passed over inside a folder.
 *
 * A link is followed only to where the root or the path that was named lies: what somebody else's rule set links to must
 * not bring in the rest of the disk. One that leads elsewhere, nowhere or in a circle is refused, and so are a pipe, a socket and
 * a device, which are never opened, and a folder that cannot be read; the others are found all the same. Throws a
 * {@link SourceError} for a path that does not exist or yields no file.
 */
export function lookForFiles(root: string, paths: readonly string[], wanted: WantedFiles): FoundFiles {
  const isLeftOut = leftOutBy(
    root,
    paths.flatMap((path) => withoutMark(path) ?? []),
  )
  const refused = new Map<string, RefusedFile>()
  const files = new Set<string>()
  let hasLeftOut = false
  for (const path of paths.filter((each) => withoutMark(each) === null)) {
    const search: FileSearch = { root, path, wanted, isLeftOut }
    const { starts, trusted } = namedBy(search)
    const places = [root, trusted].filter((place) => existsSync(place)).map((place) => realPathOf(place))
    const found = starts.map((start) => filesBelow(start, places, search))
    for (const each of found.flatMap((below) => below.files)) files.add(each)
    for (const each of found.flatMap((below) => below.refused)) refused.set(each.path, each)
    const leavesOut = found.some((below) => below.hasLeftOut)
    hasLeftOut ||= leavesOut
    if (!leavesOut && found.every((below) => below.files.length + below.refused.length === 0)) {
      const kinds = wanted.extensions.map((each) => `*${each}`).join(' or ')
      throw new SourceError(`${shown(path)} holds no ${kinds} file${adviceOf(wanted)}`)
    }
  }
  return { files: [...files].sort(byCodeUnit), refused: [...refused.values()], hasLeftOut }
}

/** The files as {@link lookForFiles} finds them, where whatever is refused is a {@link SourceError}. */
export function findFiles(root: string, paths: readonly string[], extensions: readonly string[]): readonly string[] {
  const { files, refused } = lookForFiles(root, paths, { extensions })
  const [first] = refused
  if (first !== undefined) throw first.error
  return files
}

interface FileSearch {
  readonly root: string
  readonly path: string
  readonly wanted: WantedFiles
  readonly isLeftOut: (path: string) => boolean
}

/** What a path names, and the place that whoever wrote it named: of a glob the folder before its first wildcard. */
function namedBy({ root, path, wanted }: FileSearch): { readonly starts: readonly string[]; readonly trusted: string } {
  const plain = resolve(root, path)
  if (lstatSync(plain, { throwIfNoEntry: false }) !== undefined) return { starts: [plain], trusted: plain }
  if (!isDynamicPattern(path)) throw new SourceError(`${shown(path)} does not exist${adviceOf(wanted)}`)
  const options = { cwd: root, absolute: true, onlyFiles: false, expandDirectories: false, fs: withPipes }
  const matches = globSync(path.replaceAll(sep, '/'), options).map((match) => resolve(match))
  // A glob such as ** names a folder and its content: without the content, each file is found once.
  const shortest = [...matches].sort((a, b) => a.length - b.length)
  const starts = shortest.filter((match, at) => !shortest.slice(0, at).some((other) => liesIn(other, match)))
  const names = path.replaceAll(sep, '/').split('/')
  const fixed = names.slice(
    0,
    names.findIndex((name) => isDynamicPattern(name)),
  )
  return { starts, trusted: resolve(root, fixed.join('/')) }
}

/** What a glob sees of the disk: pipes, sockets and devices too, which it would pass over, so that they are told of. */
const withPipes = { readdirSync: listedWithPipes as unknown as typeof readdirSync }

/** It asks for entries with their types and for nothing else. */
function listedWithPipes(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()
      ? entry
      : Object.assign(entry, { isFile: () => true }),
  )
}

/** `places` are the real paths that links may lead to. */
function filesBelow(start: string, places: readonly string[], search: FileSearch): FoundFiles {
  const walked = new Set<string>()
  const files: string[] = []
  const refused: RefusedFile[] = []
  let hasLeftOut = false

  function walk(path: string): void {
    if (search.isLeftOut(path)) {
      hasLeftOut = true
      return
    }
    const key = keyOf(path, search)
    const real = realPathOf(path, key)
    const status = reading(path, (each) => statSync(each), key)
    if (!status.isDirectory() && !isWanted(path, search)) return
    if (!places.some((place) => liesIn(place, real))) {
      throw new SourceError(`${shown(key)} is a link that leaves the project and ${search.path}`)
    }
    if (!status.isDirectory()) {
      refuseEndless(key, status)
      files.push(key)
      return
    }
    if (walked.has(real)) return
    walked.add(real)
    for (const entry of reading(path, entriesOf, key))
      if (isLookedAt(entry, search)) tryToWalk(resolve(path, entry.name))
  }

  function tryToWalk(path: string): void {
    try {
      walk(path)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      refused.push({ path: keyOf(path, search), error })
    }
  }

  tryToWalk(start)
  return { files, refused, hasLeftOut }
}

function isLookedAt(entry: Dirent, search: FileSearch): boolean {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return false
  // A link without an extension may lead to a folder.
  const mayLead = entry.isSymbolicLink() && (extname(entry.name) === '' || leadsToFolder(entry))
  return entry.isDirectory() || mayLead || isWanted(entry.name, search)
}

function leadsToFolder({ parentPath, name }: Dirent): boolean {
  try {
    return statSync(resolve(parentPath, name)).isDirectory()
  } catch {
    return false
  }
}

function keyOf(path: string, { root }: FileSearch): string {
  return relative(root, path).split(sep).join('/')
}

function realPathOf(path: string, name: string = path): string {
  try {
    return realpathSync(path)
  } catch (cause) {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
    if (!isLink) return reading(path, (each) => realpathSync(each), name)
    const isCircle = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP'
    throw new SourceError(`${shown(name)} is a link that leads ${isCircle ? 'in a circle' : 'nowhere'}`, { cause })
  }
}

/** Sorted, so that of two links to one folder the same one is walked on every file system. */
function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
}

function isWanted(path: string, { wanted }: FileSearch): boolean {
  const name = path.toLowerCase()
  return wanted.extensions.some((extension) => name.endsWith(extension))
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

function adviceOf({ advice }: WantedFiles): string {
  return advice === undefined ? '' : `; ${advice}`
}

/** Refuses what only looks like a file: reading it could wait for ever, or never end. */
export function refuseEndless(name: string, status: Stats): void {
  if (status.isFile()) return
  const kind = status.isFIFO() ? 'a pipe' : status.isSocket() ? 'a socket' : 'a device'
  throw new SourceError(`${shown(name)} is ${kind}, not a file; save what comes out of it to a file first`)
}

/** Says which path could not be read, by its name for people, and keeps the system's error as the cause. */
export function reading<T>(path: string, read: (path: string) => T, name: string = path): T {
  try {
    return read(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new SourceError(`${shown(name)} cannot be read (${code})`, { cause })
  }
}

function shown(path: string): string {
  return `"${visibleText(path)}"`
}
