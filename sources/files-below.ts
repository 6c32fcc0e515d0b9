import { findFiles } from './find-files.ts'
import { SourceError } from './source-error.ts'

/** The rule files that a file, folder or glob of the configuration names; none where it names nothing. */
export function filesBelow(root: string, path: string): readonly string[] {
  try {
    return findFiles(root, [path], ['.yml', '.yaml'])
  } catch (error) {
    if (error instanceof SourceError) return []
    throw error
  }
}
