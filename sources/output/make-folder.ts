import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, as far as they are not there. One at a time: asked for all at once, Node tells of a disk
 * that is read-only that the folder does not exist.
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false) return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    mkdirSync(path)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    // Another process may have made it meanwhile.
    if (!isThere || !(statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)) throw error
  }
}
