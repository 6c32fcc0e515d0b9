import { posix, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'

/** Leads a path that leaves out what it names. */
const mark = '!'

/** What a path with a `!` before it leaves out; null for a path without. */
export function withoutMark(path: string): string | null {
  return path.startsWith(mark) ? path.slice(mark.length) : null
}

/** The path that leaves out what this one names. */
export function leavingOut(path: string): string {
  return path.startsWith(mark) ? path : `${mark}${path}`
}

/**
 * Says of an absolute path whether one of the patterns names it or a folder around it: a file, a folder, or a glob,
 * relative to the root or absolute. Unlike a glob that finds files, one that leaves them out takes names that begin with a
 * dot as well.
 */
export function leftOutBy(root: string, patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false
  const plain = patterns.map((pattern) => fromRoot(root, pattern))
  // A name may be written as it is although it has brackets in it.
  const exact = new Set(plain)
  const tests = plain.map((pattern) => picomatch(pattern, { dot: true, nonegate: true }))
  return (path) => {
    const around = foldersAround(slashed(relative(root, path)))
    return around.some((each) => exact.has(each) || tests.some((isNamed) => isNamed(each)))
  }
}

/** A pattern as it stands against keys: relative to the root, without a leading `./` or a trailing slash. */
function fromRoot(root: string, pattern: string): string {
  const given = slashed(pattern)
  const absoluteRoot = `${slashed(resolve(root))}/`
  const own = given.startsWith(absoluteRoot) ? given.slice(absoluteRoot.length) : given
  return posix.normalize(own).replace(/(?<=.)\/$/, '')
}

/** The path itself and every folder above it. */
function foldersAround(key: string): readonly string[] {
  const names = key.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
