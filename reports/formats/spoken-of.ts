import { namesWritten, type RuleKey } from '../../sigma/index.ts'
import { quotedIn } from '../../sigma/text/index.ts'
import type { Report, RuleReport, UnreadableFile } from '../document/report.ts'

/** What the scenarios of a run speak of. The rest of a large repository is told in a line. */
export interface SpokenOf {
  readonly isRule: (rule: RuleReport) => boolean
  readonly isFile: (file: UnreadableFile) => boolean
}

/** By what is judged or claimed, and by the names that stand in steps, for scenarios that never came to judge. */
export function spokenOf({ observations, statements, scenarios }: Report): SpokenOf {
  const keys = new Set<RuleKey>([
    ...observations.map(({ rule }) => rule),
    ...statements.flatMap((statement) => statement.rules),
  ])
  const names = new Set(
    scenarios.flatMap(({ steps }) => steps.flatMap(({ text, table }) => [...quotedIn(text), ...table.flat()])),
  )
  const isRule = ({ key, title, id }: RuleReport): boolean =>
    keys.has(key) ||
    names.has(key) ||
    names.has(title) ||
    names.has(key.replace(/#\d+$/, '')) ||
    (id !== null && names.has(id))
  const isFile = ({ path, titles, text }: UnreadableFile): boolean =>
    [path, ...titles, ...namesWritten(text)].some((name) => names.has(name))
  return { isRule, isFile }
}
