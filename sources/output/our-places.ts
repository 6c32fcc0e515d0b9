import { formatsOf, isOfFormat, type OutputFormatRow, outputFormats } from '../output-formats/index.ts'

// Nothing else in an output folder is ever taken away, whatever a manifest says: one may come from somebody else.

/** What a run writes into its output folder, from there, with `/`. */
export const reportFiles: readonly string[] = filesOf('test')

/** What judging mutants adds. */
export const mutationFiles: readonly string[] = filesOf('mutate')

function filesOf(command: OutputFormatRow['command']): readonly string[] {
  return formatsOf(command)
    .map(({ file }) => file)
    .filter((file) => !file.endsWith('/'))
}

/** Where results are kept from one run to the next. */
export const cacheFolder = '.cache'

/** The list of what was written. */
export const manifestFile = '.manifest.json'

/** Who writes at the moment. */
export const lockFile = '.lock'

/** Whether a path is one of an attachment, which Cucumber puts beside its page under a new name each time. */
export function isAttachment(path: string): boolean {
  return /^cucumber\/attachment-[\w-]+(?:\.\w+)*$/.test(path)
}

/** The format that a path is a file of; undefined where it is of none. */
export function formatAt(path: string): OutputFormatRow | undefined {
  return Object.values(outputFormats).find((row) => isOfFormat(row, path))
}

/** Whether a path is one of a feature that was suggested. */
export function isSuggestion(path: string): boolean {
  return formatAt(path)?.file.endsWith('/') ?? false
}

/** Whether sigmaproof, or Cucumber for it, can have written a file of this path. */
export function isOurPlace(path: string): boolean {
  return formatAt(path) !== undefined || isAttachment(path)
}
