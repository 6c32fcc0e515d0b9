import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from './temporary-project.ts'

/** Commits what stands in these paths of a project; the first time it becomes a repository. */
export function commit({ root }: Project, ...paths: readonly string[]): void {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' })
  if (!existsSync(join(root, '.git'))) git('init', '-q')
  git('add', ...(paths.length === 0 ? ['.'] : paths))
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'a state of the project')
}
