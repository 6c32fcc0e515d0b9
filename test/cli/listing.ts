import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Everything below a folder by path, with what it holds: of a file a digest, of a link where it leads. */
export function listing(folder: string, isLeftOut: (path: string) => boolean): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const walk = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below === '' ? name : `${below}/${name}`
      if (isLeftOut(path)) continue
      const status = lstatSync(join(folder, path))
      if (status.isSymbolicLink()) found[path] = `link to ${readlinkSync(join(folder, path))}`
      else if (status.isDirectory()) {
        found[path] = 'folder'
        walk(path)
      } else
        found[path] = createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')
    }
  }
  walk('')
  return found
}
