import { hash } from 'node:crypto'

/** The import hash of a file without imports. */
const noImports = '0'.repeat(32)

/**
 * The Hashes text of a file: the same for the same path and version, in Sysmon's order. It is made from the names, not
 * from any file, so it is nobody's real hash. A file that is no program has no imports.
 */
export function hashesOf(image: string, version: string, isProgram = true): string {
  const file = `${image.toLowerCase()}|${version}`
  const digest = (algorithm: string, text: string) => hash(algorithm, text, 'hex').toUpperCase()
  return [
    `SHA1=${digest('sha1', file)}`,
    `MD5=${digest('md5', file)}`,
    `SHA256=${digest('sha256', file)}`,
    `IMPHASH=${isProgram ? digest('md5', `imports of ${file}`) : noImports}`,
  ].join()
}
