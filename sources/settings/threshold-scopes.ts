import { codeFrame, positionOf, readYaml, visibleText } from '../../sigma/index.ts'
import { SourceError } from '../faults/source-error.ts'
import { filesBelow } from '../rules/files-below.ts'
import { configurationSource } from './configuration-file.ts'
import { spanAt } from './plain-value.ts'
import type { Settings } from './settings.ts'
import { type ThresholdMeasure, thresholdMeasures } from './thresholds.ts'

/** A threshold of one measure, over the rules in some files. */
export interface ScopedThreshold {
  readonly measure: ThresholdMeasure
  /** As the user wrote it; null for all rules. */
  readonly path: string | null
  /** The files below that path, as rules name them; null for all. */
  readonly files: ReadonlySet<string> | null
  /** In per cent. */
  readonly wanted: number
}

/**
 * The thresholds of coverage, all rules first, then by path in the order written. `files` are those that hold the rules.
 * Throws a {@link SourceError}, with its place in `sigmaproof.yml`, for every path below which there is none of them.
 */
export function scopedThresholds(
  { root, thresholds }: Pick<Settings, 'root' | 'thresholds'>,
  files: Iterable<string>,
): readonly ScopedThreshold[] {
  const known = new Set(files)
  const paths = Object.entries(thresholds.paths ?? {}).map(
    ([path, own]) => [path, own, filesBelow(root, path).filter((file) => known.has(file))] as const,
  )
  const faults = paths.flatMap(([path, , found]) => (found.length === 0 ? [faultOf(root, path)] : []))
  if (faults.length > 0) throw new SourceError(faults.join('\n'))
  const scopes = [
    [null, thresholds, null] as const,
    ...paths.map(([path, own, found]) => [path, own, new Set(found)] as const),
  ]
  return scopes.flatMap(([path, own, found]) =>
    thresholdMeasures.flatMap((measure): readonly ScopedThreshold[] => {
      const wanted = own[measure]
      return wanted === undefined ? [] : [{ measure, path, files: found, wanted }]
    }),
  )
}

/** The settings do not know where they stand: the file is looked at again. */
function faultOf(root: string, path: string): string {
  const message = `there is no rule below "${visibleText(path)}"`
  const source = configurationSource(root)
  const [document] = source === null ? [] : readYaml(source).documents
  const keys = ['thresholds', 'paths', path]
  if (source === null || document === undefined || !isThere(document.root, keys)) return `thresholds: ${message}`
  const span = spanAt(document.root, keys, 'key')
  const { line, column } = positionOf(source, span.start)
  return `${source.path}:${line}:${column}: ${message}\n${codeFrame(source, span).replaceAll(/^/gm, '    ')}`
}

function isThere(node: Parameters<typeof spanAt>[0], keys: readonly string[]): boolean {
  const [key, ...others] = keys
  if (key === undefined) return true
  const entry = node.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined
  return entry !== undefined && isThere(entry.value, others)
}
