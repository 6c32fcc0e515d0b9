import { globSync, statSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import { visibleText } from '../../sigma/index.ts'
import { SourceError } from '../../sources/faults/index.ts'

const lines = /(?::\d+)+$/

/** The path of a feature without the lines that are named after it. */
export function withoutLines(path: string): string {
  return path.replace(lines, '')
}

/**
 * Paths of features as Cucumber has to be given them, which takes each for a glob: one that exists is that file or folder,
 * whatever its characters. Throws a SourceError for a file with lines that is another one as a glob: Cucumber would run both.
 */
export function pathsForCucumber(paths: readonly string[], cwd: string): string[] {
  return paths.flatMap((path) => {
    const file = withoutLines(path)
    // A file of paths, as Cucumber's formatter rerun writes it, is read by Cucumber.
    if (basename(path).startsWith('@')) return [path]
    const found = statSync(resolve(cwd, file), { throwIfNoEntry: false })
    if (found === undefined) return [path]
    const literal = escapedForGlob(file.split(sep).join('/'))
    if (found.isDirectory()) return [`${literal.replace(/\/+$/, '')}/**/*.feature`]
    if (literal === file || file === path) return [literal + path.slice(file.length)]
    // Cucumber looks lines up by the path as it is, and files by the glob: each is given its own.
    const [other] = globSync(file, { cwd })
    if (other === undefined) return [literal, path]
    const [named, also] = [path, other].map(visibleText)
    throw new SourceError(`"${named}" is "${also}" as well when read as a glob; name it without a line, or rename one`)
  })
}

/** The feature files that the paths name, or those below `features/` where none is named. */
export function featureFiles(paths: readonly string[], cwd: string): readonly string[] {
  const globs = paths.length === 0 ? ['features/**/*.{feature,feature.md}'] : pathsForCucumber(paths, cwd)
  return [...new Set(globs.flatMap((glob) => globSync(withoutLines(glob), { cwd })))].sort()
}

/** The glob that means this very path, which may hold any character: one outside the working directory certainly. */
export function escapedForGlob(path: string): string {
  // Nothing keeps an opening brace from being one; any one character is near enough, with all the rest as it is.
  return path.replaceAll(/[[{()*?]/g, (character) => (character === '{' ? '?' : `[${character}]`))
}
