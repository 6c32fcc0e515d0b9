import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { byCodeUnit } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { findFiles, reading, refuseEndless } from '../rules/find-files.ts'
import { foreignName } from './formats/foreign-files.ts'

/** How a file's events are written: JSON objects, or lines of text. */
export type EventInput = 'json' | 'text'

/** A file of recorded events. */
export interface EventFile {
  /** From the project root, with `/`. */
  readonly path: string
  readonly input: EventInput
  readonly gzipped: boolean
}

const inputs: Readonly<Record<string, EventInput>> = {
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
  '.raw': 'text',
  '.log': 'text',
  '.txt': 'text',
}

/**
 * The files that the paths name: a file of any name, or every file below a folder or under a glob that is called
 * `.json`, `.jsonl`, `.ndjson` (JSON), `.raw`, `.log`, `.txt` (text), each with or without `.gz`. `input` overrules
 * what the name says; a file that says nothing is JSON. Each file once, by code unit. Throws a {@link SourceError}
 * for a path that holds nothing of these, that is a pipe, a socket or a device, or whose name says that it is neither.
 */
export function findEventFiles(root: string, paths: readonly string[], input?: EventInput): readonly EventFile[] {
  const found = paths.flatMap((path) => {
    const plain = resolve(root, path)
    const status = reading(plain, (each) => statSync(each, { throwIfNoEntry: false }))
    if (status !== undefined && !status.isDirectory()) {
      refuseEndless(plain, status)
      return [relative(root, plain).split(sep).join('/')]
    }
    const extensions = Object.keys(inputs)
    return findFiles(root, [path], [...extensions, ...extensions.map((each) => `${each}.gz`)])
  })
  return [...new Set(found)].toSorted(byCodeUnit).map((path) => eventFile(path, input))
}

function eventFile(path: string, input: EventInput | undefined): EventFile {
  const gzipped = /\.gz$/i.test(path)
  const name = gzipped ? path.slice(0, -3) : path
  const foreign = foreignName(name, input === 'text')
  if (foreign !== null) throw new SourceError(`"${path}" is ${foreign}`)
  const extension = /\.[^./]*$/.exec(name)?.[0].toLowerCase() ?? ''
  const told = Object.hasOwn(inputs, extension) ? inputs[extension] : undefined
  return { path, input: input ?? told ?? 'json', gzipped }
}
