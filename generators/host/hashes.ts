import { createHash } from 'node:crypto'

/**
 * The Hashes text of a file: the same for the same path and version, in Sysmon's order. It is made from the names, not
 * from any file, so it is nobody's real hash.
 */
export function hashesOf(image: string, version: string): string {
  const file = `${image.toLowerCase()}|${version}`
  const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex').toUpperCase()
  return [
    `SHA1=${digest('sha1', file)}`,
    `MD5=${digest('md5', file)}`,
    `SHA256=${digest('sha256', file)}`,
    `IMPHASH=${digest('md5', `imports of ${file}`)}`,
  ].join()
}
