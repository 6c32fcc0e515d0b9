import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * Writes every so-manieth Sysmon event of a folder of recordings, an event a line, into one file; `isWanted` looks at its line.
 * Returns the path.
 */
export function sampleOf(
  folder: string,
  every: number,
  path: string,
  isWanted: (line: string) => boolean = () => true,
): string {
  const lines = globSync('sysmon-*.ndjson{,.gz}', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
    })
    .filter((line) => line !== '' && isWanted(line))
    .filter((_, index) => index % every === 0)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Whether a line is of a Sysmon event of this id. */
export function hasEventId(id: number): (line: string) => boolean {
  const spelt = new RegExp(`"EventID":"?${id}[",}]`)
  return (line) => spelt.test(line)
}
