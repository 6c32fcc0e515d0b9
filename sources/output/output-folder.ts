import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { attachmentsIn } from './attachments.ts'
import { type AlsoOurs, foreignFile } from './foreign-file.ts'
import { linkIn, requireOwnPlace } from './links.ts'
import { holdsLock, lock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'
import { isOurContent } from './our-content.ts'
import {
  cacheFolder,
  isOurPlace,
  isSuggestion,
  lockFile,
  manifestFile,
  mutationFiles,
  reportFiles,
} from './our-places.ts'

/** Where a run writes: the project root, and the folder as the user named it. */
export interface OutputFolder {
  readonly root: string
  readonly out: string
}

/** What this run writes there beside our own files. */
export interface OutputClaim {
  /** Files that formatters of the user's configuration write, absolute or from the root. */
  readonly alsoWritten?: readonly string[]
  /** What was changed since then, in milliseconds since 1970, this run has written; nothing was where it is left out. */
  readonly since?: number
}

/**
 * Makes sure that the output folder may be written to, and keeps other runs out of it until the process ends. It is ours where
 * it is not there or empty, where our manifest or a report of ours lies in it, or where nothing lies in it but what a run of
 * ours left. Throws a {@link SourceError} for any other, for a link in its place or in that of a report, and where another run
 * is at it; nothing is changed then.
 */
export function claimOutput({ root, out }: OutputFolder, { alsoWritten = [], since }: OutputClaim = {}): void {
  const folder = resolve(root, out)
  const status = lstatSync(folder, { throwIfNoEntry: false })
  if (status === undefined) return
  if (status.isSymbolicLink()) {
    throw new SourceError(
      `"${visibleText(out)}" is a link, and reports are not written through one; name the folder itself`,
    )
  }
  if (!status.isDirectory()) {
    throw new SourceError(`"${visibleText(out)}" is a file: the reports need a folder, such as --out out`)
  }
  const files = alsoWritten.flatMap((path) => below(folder, resolve(root, path)) ?? [])
  requireOurs(folder, out, { files: new Set(files), since: since ?? Number.POSITIVE_INFINITY })
  for (const path of files) requireOwnPlace(folder, out, path)
  takeOver(folder, out)
}

function takeOver(folder: string, out: string): void {
  for (const path of ownPlaces) requireOwnPlace(folder, out, path)
  lock(folder, out)
}

const ownPlaces = [...reportFiles, ...mutationFiles, manifestFile, lockFile, `${cacheFolder}/proofs.json`]

function requireOurs(folder: string, out: string, also: AlsoOurs): void {
  if (isListedFolder(folder)) return
  const foreign = foreignFile(folder, also)
  if (foreign === null) return
  throw new SourceError(
    `"${visibleText(out)}" holds what sigmaproof did not write, such as "${visibleText(foreign)}", and nothing that ` +
      'says the folder is for reports; name another one with --out',
  )
}

/** Whether our manifest, or a report of ours at its place, says whose the folder is. */
function isListedFolder(folder: string): boolean {
  if (readManifest(folder) !== null) return true
  const report = join(folder, 'report.json')
  const status = lstatSync(report, { throwIfNoEntry: false })
  return (status?.isFile() ?? false) && (status?.size ?? 0) > 0 && isOurContent('report.json', report)
}

/** Takes away what an earlier run left and could pass for the result of this one: all that is listed but suggestions. */
export function clearReports(folder: OutputFolder): void {
  clear(folder, (path) => !isSuggestion(path))
}

/**
 * Makes the folder that was claimed, and takes away the suggestions of an earlier run but for those in `kept`, absolute or
 * from the root: what this run reads it may not delete. What is listed from then on is what is left, and what every run
 * writes. `since` is as for {@link claimOutput}.
 */
export function beginOutput(
  { root, out }: OutputFolder,
  kept: Iterable<string>,
  since: number = Number.POSITIVE_INFINITY,
): void {
  const folder = resolve(root, out)
  makeFolder(folder)
  takeOver(folder, out)
  const reads = new Set([...kept].map((path) => resolve(root, path)))
  clear({ root, out }, (path) => isSuggestion(path) && !reads.has(join(folder, path)))
  for (const path of reportFiles) freeFromOtherNames(join(folder, path))
  list({ root, out }, new Map(reportFiles.map((path) => [path, null])))
  before.set(folder, new Set(attachmentsIn(folder, since)))
}

/** A file with a second name, which may lie anywhere, loses this one: whoever writes here would write there. */
export function freeFromOtherNames(file: string): void {
  const status = lstatSync(file, { throwIfNoEntry: false })
  if ((status?.isFile() ?? false) && (status?.nlink ?? 1) > 1) rmSync(file)
}

/** By folder the attachments that lay there before the run. */
const before = new Map<string, ReadonlySet<string>>()

/** Lists what a run has written under names that were not known before it. */
export function endOutput({ root, out }: OutputFolder): void {
  const folder = resolve(root, out)
  const known = before.get(folder) ?? new Set()
  const added = attachmentsIn(folder).filter((path) => !known.has(path))
  if (added.length > 0) list({ root, out }, new Map(added.map((path) => [path, null])))
}

/** Takes away what is listed and of such a path; what was edited since is the user's, and is listed no longer. */
export function clear({ root, out }: OutputFolder, isWanted: (path: string) => boolean): void {
  const folder = resolve(root, out)
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return
  const listed = listedIn(folder)
  const gone = [...listed].filter(([path]) => isWanted(path))
  if (gone.length === 0) return
  for (const [path, hash] of gone) if (isAsWritten(folder, path, hash)) rmSync(join(folder, path), { force: true })
  const isGone = new Set(gone.map(([path]) => path))
  writeManifest(folder, new Map([...listed].filter(([path]) => !isGone.has(path))))
}

/** Lists files before they are written: a run that is ended in the middle leaves none that nobody knows. */
export function list({ root, out }: OutputFolder, files: Manifest): void {
  const folder = resolve(root, out)
  writeManifest(folder, new Map([...listedIn(folder), ...files]))
}

/** What is listed; version 0.1.0 listed nothing, and its files are known by their places and how they begin. */
export function listedIn(folder: string): Manifest {
  return readManifest(folder) ?? new Map(filesIn(folder).map((path) => [path, null]))
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => isOurPlace(path) && linkIn(folder, path) === null && isOurContent(path, join(folder, path)))
}

function isAsWritten(folder: string, path: string, hash: string | null): boolean {
  const file = join(folder, path)
  if (linkIn(folder, path) !== null || !(lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return false
  return hash === null || hashOf(readFileSync(file, 'utf8')) === hash
}

/** What a manifest holds of a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Whether this process has claimed the folder before. */
export function isClaimed({ root, out }: OutputFolder): boolean {
  return holdsLock(resolve(root, out))
}

/** The path of a file from a folder with `/`; null where it does not lie below. */
function below(folder: string, path: string): string | null {
  const way = relative(folder, path)
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way
    ? null
    : way.split(sep).join('/')
}
