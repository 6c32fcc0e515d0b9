import { visibleText } from '../../../sigma/index.ts'
import type { RuleMutationReport } from '../../mutation/mutation-report.ts'

/** What a document is called where it stands among rules. */
const kinds: Readonly<Record<RuleMutationReport['kind'], string>> = {
  detection: '',
  filter: ' (filter document)',
  correlation: ' (correlation)',
}

/** The title of a document for people, with what it is unless it is a rule: `"Backup server" (filter document)`. */
export function titleWords({ kind, title }: Pick<RuleMutationReport, 'kind' | 'title'>, quote: '"' | '' = '"'): string {
  return `${quote}${visibleText(title)}${quote}${kinds[kind]}`
}
