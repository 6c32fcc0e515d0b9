import { execFileSync, spawnSync } from 'node:child_process'
import { visibleText } from '../sigma/index.ts'
import { SourceError } from '../sources/faults/index.ts'

/** What differs from a commit. */
export interface Changes {
  /** The files that differ, new and deleted ones included, as paths from the root with `/`. */
  readonly changed: ReadonlySet<string>
  /** What the features among them said then. */
  readonly featuresBefore: readonly string[]
}

/**
 * What differs from a commit in the files below the root. Throws a SourceError where git does not know the commit, or there
 * is no repository.
 */
export function changesSince(root: string, ref: string): Changes {
  if (ref.startsWith('-')) throw new SourceError(`"${ref}" names no commit`)
  if (!isCommit(root, ref)) throw new SourceError(`git knows no commit "${visibleText(ref)}" here`)
  const changed = pathsIn(git(root, ['diff', '--name-only', '--relative', '--no-renames', '-z', ref, '--'], ref))
  const added = pathsIn(git(root, ['ls-files', '--others', '--exclude-standard', '-z'], ref))
  const wereThere = new Set(pathsIn(git(root, ['ls-tree', '-r', '--name-only', '-z', ref], ref)))
  const features = changed.filter((path) => path.endsWith('.feature') && wereThere.has(path))
  return {
    changed: new Set([...changed, ...added]),
    featuresBefore: features.map((path) => git(root, ['show', `${ref}:./${path}`], ref)),
  }
}

function isCommit(root: string, ref: string): boolean {
  const args = ['rev-parse', '--quiet', '--verify', `${ref}^{commit}`]
  return spawnSync('git', args, { cwd: root, stdio: 'ignore' }).status === 0
}

function pathsIn(told: string): readonly string[] {
  return told.split('\0').filter((path) => path !== '')
}

function git(root: string, args: readonly string[], ref: string): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 })
  } catch (cause) {
    throw new SourceError(`git cannot tell what changed since "${ref}"`, { cause })
  }
}
