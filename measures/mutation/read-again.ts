import { buildRuleSet, type Correlation, type Placeholders, type Rule, readRules } from '../../sigma/index.ts'
import { type FileScope, pathOf } from './file-scope.ts'

/** What a file with another text comes to. */
export type FileReading =
  /** All that can have changed, filter documents compiled in and rules looked up. */
  | { readonly kind: 'read'; readonly rules: readonly Rule[]; readonly correlations: readonly Correlation[] }
  /** One of its documents cannot be read any more. */
  | { readonly kind: 'unreadable'; readonly message: string }

/** Reads a file with another text as the project does: its placeholders put in, what files say of each other looked up. */
export function readerOf(scope: FileScope, placeholders: Placeholders): (text: string) => FileReading {
  const { path, documents, readings } = scope
  const keys = new Set([...scope.rules, ...scope.correlations].map(({ key }) => key))
  return (text) => {
    const own = readRules({ path, text }, { placeholders })
    const set = buildRuleSet(readings.map((reading) => (pathOf(reading) === path ? own : reading)))
    const present = new Set([...own.rules, ...own.filters, ...set.correlations].map(({ key }) => key))
    if ([...documents].every((key) => present.has(key))) {
      return {
        kind: 'read',
        rules: set.rules.filter(({ key }) => keys.has(key)),
        correlations: set.correlations.filter(({ key }) => keys.has(key)),
      }
    }
    const error = set.problems.find(({ severity, span }) => severity === 'error' && span.path === path)
    return { kind: 'unreadable', message: error?.message ?? 'the rule cannot be read' }
  }
}
