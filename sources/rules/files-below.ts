import { SourceError } from '../faults/source-error.ts'
import { lookForFiles } from './find-files.ts'

/** The rule files that a file, folder or glob of the configuration names; none where it names nothing. */
export function filesBelow(root: string, path: string): readonly string[] {
  try {
    return lookForFiles(root, [path], { extensions: ['.yml', '.yaml'] }).files
  } catch (error) {
    if (error instanceof SourceError) return []
    throw error
  }
}
