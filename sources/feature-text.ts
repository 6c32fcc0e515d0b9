import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * The text of a feature as it stands on disk, which Cucumber does not hand to steps; null where it cannot be read.
 * `uri` is relative to the root or absolute.
 */
export function featureText(root: string, uri: string): string | null {
  try {
    return readFileSync(resolve(root, uri), 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return null
  }
}
