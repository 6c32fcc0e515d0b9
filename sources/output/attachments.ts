import { globSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { linkIn } from './links.ts'
import { isAttachment } from './our-places.ts'

/**
 * Those that lie in an output folder: Cucumber puts each beside its page under a new name. Only those that were
 * last changed before `until`, in milliseconds since 1970. From the folder, with `/`.
 */
export function attachmentsIn(folder: string, until: number = Number.POSITIVE_INFINITY): readonly string[] {
  if (linkIn(folder, 'cucumber') !== null) return []
  return globSync('cucumber/attachment-*', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => {
      if (!isAttachment(path)) return false
      const status = lstatSync(join(folder, path), { throwIfNoEntry: false })
      return (status?.isFile() ?? false) && (status?.mtimeMs ?? until) < until
    })
}
