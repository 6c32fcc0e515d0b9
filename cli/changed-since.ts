import { execFileSync } from 'node:child_process'
import { UsageError } from './usage-error.ts'

/**
 * The files below the root that differ from a commit, new ones included, as paths from the root with `/`. Throws a
 * UsageError where git does not know the commit, or there is no repository.
 */
export function changedSince(root: string, ref: string): ReadonlySet<string> {
  if (ref.startsWith('-')) throw new UsageError(`"${ref}" names no commit`)
  const changed = git(root, ['diff', '--name-only', '--relative', '-z', ref, '--'], ref)
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z'], ref)
  return new Set([...changed, ...added])
}

function git(root: string, args: readonly string[], ref: string): readonly string[] {
  try {
    const told = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 })
    return told.split('\0').filter((path) => path !== '')
  } catch (cause) {
    throw new UsageError(`git cannot tell what changed since "${ref}"`, { cause })
  }
}
