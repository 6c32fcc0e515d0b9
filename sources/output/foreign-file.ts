import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from '../../sigma/index.ts'
import { isOurContent } from './our-content.ts'
import { cacheFolder, isOurPlace, lockFile, manifestFile } from './our-places.ts'

/** What beside our own files makes no folder somebody else's. */
export interface AlsoOurs {
  /** Files that formatters of this run write, from the folder with `/`. */
  readonly files: ReadonlySet<string>
  /** What was changed since then, in milliseconds since 1970, this run has written. */
  readonly since: number
}

/**
 * The first file below a folder that neither we nor this run can have written, from there with `/`; null where there is none.
 * Folders as such hold nothing that could be lost; a link is always somebody else's.
 */
export function foreignFile(folder: string, also: AlsoOurs, below = ''): string | null {
  const entries = readdirSync(join(folder, below), { withFileTypes: true })
  for (const entry of entries.sort((one, other) => byCodeUnit(one.name, other.name))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (path === lockFile || path.startsWith(manifestFile) || (path === cacheFolder && entry.isDirectory())) continue
    const found = entry.isDirectory() ? foreignFile(folder, also, path) : isForeign(folder, path, also) ? path : null
    if (found !== null) return found
  }
  return null
}

function isForeign(folder: string, path: string, { files, since }: AlsoOurs): boolean {
  const file = join(folder, path)
  const status = lstatSync(file)
  if (!status.isFile()) return true
  if (files.has(path) || status.mtimeMs >= since) return false
  return !isOurPlace(path) || !isOurContent(path, file)
}
