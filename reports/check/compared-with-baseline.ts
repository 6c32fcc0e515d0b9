import { type AgainstBaseline, againstBaseline, type BaselineEntry, baselineOf } from '../../sigma/index.ts'
import { readBaseline, type ToldRules, writeBaseline } from '../../sources/rules/index.ts'

/** The problems of rules parted by a baseline, and the file as it was named. */
export interface ComparedWithBaseline extends AgainstBaseline {
  readonly path: string
}

/** What the user said about a baseline. */
export interface BaselineOptions {
  /** The file to compare with. */
  readonly baseline?: string
  /** The file to write first, and then to compare with. */
  readonly writeBaseline?: string
}

/**
 * Compares the problems to be told with a baseline, or writes them down as one; null where none is asked for. Where only a
 * part of the rules was read, entries of the others are not missed. Throws a SourceError for a file that is none.
 */
export function comparedWithBaseline(
  told: ToldRules,
  { baseline, writeBaseline: written }: BaselineOptions,
  root: string,
  isWhole: boolean,
): ComparedWithBaseline | null {
  const path = written ?? baseline
  if (path === undefined) return null
  const sources = new Map([...told.sources, ...told.otherSources])
  if (written !== undefined) writeBaseline(root, written, baselineOf(told.problems, sources))
  const entries = readBaseline(root, path)
  const found = againstBaseline(told.problems, sources, entries)
  const isLookedFor = ({ rule }: BaselineEntry): boolean => isWhole || told.sources.has(rule.replace(/#\d+$/, ''))
  return { ...found, gone: found.gone.filter(isLookedFor), path }
}
