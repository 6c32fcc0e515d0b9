import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'

/** The first part of a path below a folder that is a link, from there with `/`; null where none is. */
export function linkIn(folder: string, path: string): string | null {
  const names = path.split('/')
  const ways = names.map((_, at) => names.slice(0, at + 1).join('/'))
  return ways.find((way) => statusOf(join(folder, way))?.isSymbolicLink() ?? false) ?? null
}

/**
 * Throws a {@link SourceError} where a path below the output folder leads through a link, or where a folder stands in place of
 * a file or a file in place of a folder. `out` is the folder for people.
 */
export function requireOwnPlace(folder: string, out: string, path: string): void {
  const link = linkIn(folder, path)
  if (link !== null) {
    throw new SourceError(`"${shown(out, link)}" is a link, and reports are not written through one; remove it`)
  }
  const names = path.split('/')
  for (const [at] of names.entries()) {
    const way = names.slice(0, at + 1).join('/')
    const status = statusOf(join(folder, way))
    if (status === undefined) return
    const isLast = at === names.length - 1
    if (isLast && status.isDirectory())
      throw new SourceError(`"${shown(out, way)}" is a folder, and a report goes there`)
    if (!isLast && !status.isDirectory())
      throw new SourceError(`"${shown(out, way)}" is a file, and a folder goes there`)
    if (isLast && !status.isFile()) throw new SourceError(`"${shown(out, way)}" is no file, and a report goes there`)
  }
}

/** A path in the output folder for people. */
export function shown(out: string, path: string): string {
  return visibleText(`${out.replaceAll('\\', '/').replace(/\/+$/, '')}/${path}`)
}

function statusOf(path: string): ReturnType<typeof lstatSync> {
  return lstatSync(path, { throwIfNoEntry: false })
}
