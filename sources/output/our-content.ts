import { closeSync, openSync, readSync } from 'node:fs'
import { formatAt, isAttachment } from './our-places.ts'

/** So much is looked at. */
const mostBytes = 4096

/** Whether a file at one of our places is ours by how it begins. An empty one is: nothing is lost with it. */
export function isOurContent(path: string, file: string): boolean {
  const text = beginningOf(file)
  return text === '' || isAttachment(path) || (formatAt(path)?.beginning.test(text) ?? false)
}

function beginningOf(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(mostBytes)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, mostBytes, 0))
  } finally {
    closeSync(descriptor)
  }
}
