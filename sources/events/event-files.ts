import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { byCodeUnit } from '../../sigma/index.ts'
import { findFiles } from '../find-files.ts'
import { SourceError } from '../source-error.ts'

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

/** What these hold is no text at all. */
const binary = /\.(?:evtx|etl|zip|7z|xz|zst|bz2)$/i

/**
 * The files that the paths name: a file of any name, or every file below a folder or under a glob that is called
 * `.json`, `.jsonl`, `.ndjson` (JSON), `.raw`, `.log`, `.txt` (text), each with or without `.gz`. `input` overrules
 * what the name says; a file that says nothing is JSON. Each file once, by code unit. Throws a {@link SourceError}
 * for a path that holds nothing of these.
 */
export function findEventFiles(root: string, paths: readonly string[], input?: EventInput): readonly EventFile[] {
  const found = paths.flatMap((path) => {
    const plain = resolve(root, path)
    if (statSync(plain, { throwIfNoEntry: false })?.isFile() === true)
      return [relative(root, plain).split(sep).join('/')]
    const extensions = Object.keys(inputs)
    return findFiles(root, [path], [...extensions, ...extensions.map((each) => `${each}.gz`)])
  })
  return [...new Set(found)].toSorted(byCodeUnit).map((path) => eventFile(path, input))
}

function eventFile(path: string, input: EventInput | undefined): EventFile {
  if (binary.test(path)) throw new SourceError(`"${path}" is neither JSON nor text`)
  const gzipped = /\.gz$/i.test(path)
  const extension = /\.[^./]*$/.exec(gzipped ? path.slice(0, -3) : path)?.[0].toLowerCase() ?? ''
  const told = Object.hasOwn(inputs, extension) ? inputs[extension] : undefined
  return { path, input: input ?? told ?? 'json', gzipped }
}
