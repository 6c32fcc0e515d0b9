import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { byCodeUnit, visibleText } from '../sigma/index.ts'
import { SourceError } from './source-error.ts'

/**
 * The files with one of these extensions (lower case, with the dot; `.json.gz` is one too) that the paths name: a file, a
 * folder with all below it, or a glob. Paths are relative to the root or absolute. Returns keys relative to the root, with
 * `/`, each once, by code unit. Names that start with a dot and `node_modules` are passed over inside a folder.
 *
 * A link is followed only to where the root or the path that was named lies: what somebody else's rule set links to must
 * not bring in the rest of the disk. Throws a {@link SourceError} for a path that does not exist or cannot be read, for a
 * link that leads nowhere or outside, for a pipe, socket or device of such a name, and for a path that yields no file.
 */
export function findFiles(root: string, paths: readonly string[], extensions: readonly string[]): readonly string[] {
  const keys = paths.flatMap((path) => {
    const found = namedBy(root, path).flatMap((start) => filesBelow(start, { root, path, extensions }))
    if (found.length === 0) {
      throw new SourceError(`${shown(path)} holds no ${extensions.map((each) => `*${each}`).join(' or ')} file`)
    }
    return found.map((file) => relative(root, file).split(sep).join('/'))
  })
  return [...new Set(keys)].sort(byCodeUnit)
}

interface Search {
  readonly root: string
  readonly path: string
  readonly extensions: readonly string[]
}

function namedBy(root: string, path: string): readonly string[] {
  const plain = resolve(root, path)
  if (statSync(plain, { throwIfNoEntry: false }) !== undefined) return [plain]
  if (!isDynamicPattern(path)) throw new SourceError(`${shown(path)} does not exist`)
  const options = { cwd: root, absolute: true, onlyFiles: false, expandDirectories: false, fs: withPipes }
  const matches = globSync(path.replaceAll(sep, '/'), options).map((match) => resolve(match))
  // A glob such as ** names a folder and its content: without the content, each file is found once.
  const shortest = [...matches].sort((a, b) => a.length - b.length)
  return shortest.filter((match, at) => !shortest.slice(0, at).some((other) => liesIn(other, match)))
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

function filesBelow(start: string, search: Search): readonly string[] {
  const allowed = [realPathOf(search.root), realPathOf(start)]
  const walked = new Set<string>()

  function walk(path: string): readonly string[] {
    const real = realPathOf(path)
    if (!allowed.some((folder) => liesIn(folder, real))) {
      throw new SourceError(
        `${shown(relative(search.root, path))} is a link that leaves the project and ${search.path}`,
      )
    }
    const status = reading(path, (each) => statSync(each))
    if (!status.isDirectory()) {
      if (!isWanted(path, search)) return []
      refuseEndless(path, status)
      return [path]
    }
    if (walked.has(real)) return []
    walked.add(real)
    return reading(path, entriesOf)
      .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink() || isWanted(entry.name, search))
      .flatMap((entry) => walk(resolve(path, entry.name)))
  }
  return walk(start)
}

function realPathOf(path: string): string {
  return reading(path, (each) => realpathSync(each))
}

/** Sorted, so that of two links to one folder the same one is walked on every file system. */
function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
}

function isWanted(path: string, search: Search): boolean {
  const name = path.toLowerCase()
  return search.extensions.some((extension) => name.endsWith(extension))
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** Refuses what only looks like a file: reading it could wait for ever, or never end. */
export function refuseEndless(path: string, status: Stats): void {
  if (status.isFile()) return
  const kind = status.isFIFO() ? 'a pipe' : status.isSocket() ? 'a socket' : 'a device'
  throw new SourceError(`${shown(path)} is ${kind}, not a file; save what comes out of it to a file first`)
}

/** Says which path could not be read, and keeps the system's error as the cause. */
export function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new SourceError(`${shown(path)} cannot be read (${code})`, { cause })
  }
}

function shown(path: string): string {
  return `"${visibleText(path)}"`
}
