import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeDigest } from './code-digest.ts'
import { linkIn } from './links.ts'
import { makeFolder } from './make-folder.ts'
import { cacheFolder } from './our-places.ts'

/**
 * What an earlier run has kept under this name in the output folder; undefined when there is nothing, when other code
 * of sigmaproof has kept it, or when the file is damaged. Whatever is kept can be worked out again.
 */
export function readCache(out: string, name: string): unknown {
  try {
    const file: unknown = JSON.parse(readFileSync(pathOf(out, name), 'utf8'))
    if (typeof file !== 'object' || file === null || !('content' in file) || !('seal' in file)) return undefined
    return file.seal === sealOf(file.content) ? file.content : undefined
  } catch {
    return undefined
  }
}

/** Keeps JSON under this name for a later run. A run that cannot write it goes on without: it costs time, nothing else. */
export function writeCache(out: string, name: string, content: unknown): void {
  const path = pathOf(out, name)
  const unfinished = `${path}.${randomUUID()}`
  try {
    if (linkIn(out, cacheFolder) !== null) return
    makeFolder(dirname(path))
    try {
      writeFileSync(unfinished, JSON.stringify({ seal: sealOf(content), content }), { flag: 'wx' })
      // Several processes may share the folder: what is read is always whole.
      renameSync(unfinished, path)
    } finally {
      rmSync(unfinished, { force: true })
    }
  } catch {
    return
  }
}

function pathOf(out: string, name: string): string {
  return join(out, cacheFolder, `${name}.json`)
}

function sealOf(content: unknown): string {
  return createHash('sha256')
    .update(`${codeDigest()}\n${JSON.stringify(content)}`)
    .digest('hex')
}
