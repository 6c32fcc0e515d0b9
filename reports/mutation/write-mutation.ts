import { resolve } from 'node:path'
import type { RuleInFeature } from '../../authoring/index.ts'
import { safeJson } from '../../sigma/index.ts'
import {
  clear,
  list,
  mutationFiles,
  type OutputFolder,
  writeOutput,
  writeSuggestions,
} from '../../sources/output/index.ts'
import { outputFormats } from '../../sources/output-formats/index.ts'
import { killFeatures } from '../formats/mutation/kill-features.ts'
import { formatMutationHtml } from '../formats/mutation/mutation-html.ts'
import { mutationDocument } from '../formats/mutation/mutation-json.ts'
import type { MutationReport } from './mutation-report.ts'

/** What the page holds beside the report. */
export interface MutationPage {
  /** Of sigmaproof. */
  readonly version: string
  /** The script of the public viewer. */
  readonly viewer: string
}

/** What was written of mutants. */
export interface WrittenMutation {
  /** How many features there are. */
  readonly features: number
  /** Those that stay as they are, from the output folder: the run read them, or they were edited since. */
  readonly kept: readonly string[]
}

/**
 * Writes `mutation/mutation.json`, its page, and a feature for each rule with mutants that a scenario could kill, into the
 * output folder, which has been claimed; the features of the last time go, but for those that the run has read.
 */
export async function writeMutation(
  report: MutationReport,
  rules: readonly RuleInFeature[],
  folder: OutputFolder,
  { version, viewer }: MutationPage,
): Promise<WrittenMutation> {
  const page = formatMutationHtml(report, version, viewer)
  const read = new Set([...report.features.keys()].map((path) => resolve(folder.root, path)))
  clear(folder, (path) => {
    return path.startsWith('mutation/') && !read.has(resolve(folder.root, folder.out, path))
  })
  list(folder, new Map(mutationFiles.map((path) => [path, null])))
  await writeOutput(folder, outputFormats.mutation.file, [`${safeJson(mutationDocument(report, version))}\n`])
  await writeOutput(folder, outputFormats['mutation-html'].file, [page])
  const features = killFeatures(report, rules).map(({ path, text }) => ({ path: `mutation/${path}`, text }))
  return { features: features.length, kept: await writeSuggestions(folder, features, report.features.keys()) }
}
