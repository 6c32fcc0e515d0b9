import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { lockFile } from './our-places.ts'

const held = new Set<string>()

/** Whether this process writes there already. */
export function holdsLock(folder: string): boolean {
  return held.has(folder)
}

/**
 * Keeps other runs out of an output folder until this process ends: two at once would read each other's reports. Throws a
 * {@link SourceError} where another one, which still runs, is at it; one that was ended in the middle keeps nobody out.
 */
export function lock(folder: string, out: string): void {
  if (held.has(folder)) return
  const path = join(folder, lockFile)
  for (const isLast of [false, true]) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
      const owner = ownerOf(path)
      if (isLast || (owner === null ? isNew(path) : isRunning(owner))) throw busy(out, owner)
      rmSync(path, { force: true })
    }
  }
  if (held.size === 0) process.once('exit', unlockAll)
  held.add(folder)
}

/** Lets others in again, wherever this process has written. */
export function unlockAll(): void {
  for (const folder of held) rmSync(join(folder, lockFile), { force: true })
  held.clear()
  process.off('exit', unlockAll)
}

/** Who has just made it has not written its number yet. */
function isNew(path: string): boolean {
  const made = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - made < 2000
}

function ownerOf(path: string): number | null {
  try {
    const text = readFileSync(path, 'utf8')
    return /^[1-9]\d*$/.test(text) ? Number(text) : null
  } catch {
    return null
  }
}

/** A process that may not be signalled runs as well. */
function isRunning(owner: number): boolean {
  if (owner === process.pid) return false
  try {
    process.kill(owner, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function busy(out: string, owner: number | null): SourceError {
  const who = owner === null ? 'another run' : `another run (process ${owner})`
  return new SourceError(
    `${who} writes to "${visibleText(out)}" at the moment; wait for it, or name another folder with --out`,
  )
}
