/**
 * What a run writes into its output folder, from there, with `/`. Nothing else in it is ever taken away, whatever a manifest
 * says: one may come from somebody else.
 */
export const reportFiles: readonly string[] = [
  'report.json',
  'summary.txt',
  'html/index.html',
  'cucumber/index.html',
  'junit.xml',
  'messages.ndjson',
]

/** What judging mutants adds. */
export const mutationFiles: readonly string[] = ['mutation/mutation.json', 'mutation/index.html']

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

/** Whether a path is one of a feature that was suggested. */
export function isSuggestion(path: string): boolean {
  return /^(?:mutation\/)?suggestions\/.+\.feature$/.test(path) && !path.split('/').includes('..')
}

/** Whether sigmaproof, or Cucumber for it, can have written a file of this path. */
export function isOurPlace(path: string): boolean {
  return reportFiles.includes(path) || mutationFiles.includes(path) || isAttachment(path) || isSuggestion(path)
}
