import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { byCodeUnit } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { type EventFormat, eventExtensions, eventFormats, formatNamed } from '../formats/event-formats.ts'
import { foreignName } from '../formats/foreign-files.ts'
import { findFiles, reading, refuseEndless } from '../rules/find-files.ts'

/** A file of recorded events. */
export interface EventFile {
  /** From the project root, with `/`. */
  readonly path: string
  readonly format: EventFormat
  readonly gzipped: boolean
}

/**
 * The files that the paths name: a file of any name, or every file below a folder or under a glob that is called like
 * one of a known format, with or without `.gz`. `format` overrules what the name says; a file that says nothing is JSON. Each file once, by code unit. Throws a {@link SourceError}
 * for a path that holds nothing of these, that is a pipe, a socket or a device, or whose name says that it is neither.
 */
export function findEventFiles(root: string, paths: readonly string[], format?: EventFormat): readonly EventFile[] {
  const found = paths.flatMap((path) => {
    const plain = resolve(root, path)
    const status = reading(plain, (each) => statSync(each, { throwIfNoEntry: false }))
    if (status !== undefined && !status.isDirectory()) {
      refuseEndless(plain, status)
      return [relative(root, plain).split(sep).join('/')]
    }
    return findFiles(root, [path], eventExtensions)
  })
  return [...new Set(found)].toSorted(byCodeUnit).map((path) => eventFile(path, format))
}

function eventFile(path: string, asked: EventFormat | undefined): EventFile {
  const gzipped = /\.gz$/i.test(path)
  const name = gzipped ? path.slice(0, -3) : path
  const foreign = foreignName(name, asked !== undefined && eventFormats[asked].takesAnyText)
  if (foreign !== null) throw new SourceError(`"${path}" is ${foreign}`)
  return { path, format: asked ?? formatNamed(name), gzipped }
}
