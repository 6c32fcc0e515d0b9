import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Source, sourceOf } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { reading } from '../rules/find-files.ts'

/** The names that the configuration may have, in the project root. */
const names: readonly string[] = ['sigmaproof.yml', 'sigmaproof.yaml', '.sigmaproof.yml', '.sigmaproof.yaml']

/**
 * The text of the configuration, under whichever of its names it stands in the project root; null where there is none. Throws
 * a {@link SourceError} where there are several, or one that is no file.
 */
export function configurationSource(root: string): Source | null {
  const found = names.filter((name) => statSync(join(root, name), { throwIfNoEntry: false }) !== undefined)
  const [name, ...others] = found
  if (name === undefined) return null
  if (others.length > 0) {
    const all = found.map((each) => `"${each}"`).join(' and ')
    throw new SourceError(`${all} are both configurations of one project; keep one of them`)
  }
  const path = join(root, name)
  if (!statSync(path).isFile()) throw new SourceError(`"${name}" is the configuration and must be a file`)
  return sourceOf(
    name,
    reading(path, (file) => readFileSync(file, 'utf8')),
  )
}
