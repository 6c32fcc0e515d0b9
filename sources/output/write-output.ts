import { constants, lstatSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileFault } from '../faults/file-fault.ts'
import { requireOwnPlace } from './links.ts'
import { makeFolder } from './make-folder.ts'
import { freeFromOtherNames, hashOf, list, listedIn, type OutputFolder } from './output-folder.ts'

/** Small pieces are written together: a call for each would cost more than making them. */
const pieceLength = 1 << 20

const { O_CREAT, O_TRUNC, O_WRONLY } = constants
// Windows has none.
const flags = O_CREAT | O_TRUNC | O_WRONLY | (constants.O_NOFOLLOW ?? 0)

/**
 * Writes a file of the output folder piece by piece, folders above it included; one of that name is replaced. Throws a
 * SourceError where it cannot be, or where a link is in the way.
 */
export async function writeOutput({ root, out }: OutputFolder, path: string, pieces: Iterable<string>): Promise<void> {
  const folder = resolve(root, out)
  requireOwnPlace(folder, out, path)
  const file = join(folder, path)
  try {
    freeFromOtherNames(file)
    makeFolder(dirname(file))
    await writePieces(file, pieces)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path: file })
    throw fileFault(error, root) ?? error
  }
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, flags, 0o666)
  try {
    let waiting = ''
    for (const piece of pieces) {
      waiting += piece
      if (waiting.length < pieceLength) continue
      await file.writeFile(waiting)
      waiting = ''
    }
    await file.writeFile(waiting)
  } finally {
    await file.close()
  }
}

/** A feature to be written into the output folder, by its path from there with `/`. */
export interface OutputFeature {
  readonly path: string
  readonly text: string
}

/**
 * Writes suggestions, but for those in the place of one that this run reads (`kept`, absolute or from the root) or that has
 * been edited since it was written. Returns the paths of those that stay as they are.
 */
export async function writeSuggestions(
  to: OutputFolder,
  features: readonly OutputFeature[],
  kept: Iterable<string>,
): Promise<readonly string[]> {
  const folder = resolve(to.root, to.out)
  const reads = new Set([...kept].map((path) => resolve(to.root, path)))
  const listed = listedIn(folder)
  const isKept = ({ path }: OutputFeature): boolean => {
    const file = join(folder, path)
    if (reads.has(file)) return true
    const status = lstatSync(file, { throwIfNoEntry: false })
    if (!(status?.isFile() ?? false)) return false
    const hash = listed.get(path)
    return hash === undefined || (hash !== null && hashOf(readFileSync(file, 'utf8')) !== hash)
  }
  const written = features.filter((feature) => !isKept(feature))
  if (written.length > 0) list(to, new Map(written.map(({ path, text }) => [path, hashOf(text)])))
  for (const { path, text } of written) await writeOutput(to, path, [text])
  return features.filter((feature) => !written.includes(feature)).map(({ path }) => path)
}
