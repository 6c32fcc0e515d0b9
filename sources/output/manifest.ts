import { randomUUID } from 'node:crypto'
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from '../../sigma/index.ts'
import { isOurPlace, manifestFile } from './our-places.ts'

/**
 * What was written into an output folder, by path from there with `/`; of what people edit where it lies with the SHA-256 of
 * its content, null of the rest.
 */
export type Manifest = ReadonlyMap<string, string | null>

const version = 1

/** The list that lies in an output folder; null where there is none, or none of ours. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, manifestFile)
  if (!(lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return null
  const list: unknown = parsed(readFileSync(path, 'utf8'))
  if (!isObject(list) || list.sigmaproofManifest !== version || !isObject(list.files)) return null
  const entries = Object.entries(list.files).map(
    ([file, hash]) => [file, typeof hash === 'string' ? hash : null] as const,
  )
  return new Map(entries.filter(([file]) => isOurPlace(file)))
}

/** Puts a list in the place of the one that lies there, at once: whoever is ended in the middle leaves one of both. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const files = Object.fromEntries([...manifest].sort(([one], [other]) => byCodeUnit(one, other)))
  const path = join(folder, manifestFile)
  const unfinished = `${path}.${randomUUID()}`
  try {
    writeFileSync(unfinished, `${JSON.stringify({ sigmaproofManifest: version, files }, null, 1)}\n`, { flag: 'wx' })
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
