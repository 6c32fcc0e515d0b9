import {
  buildRuleSet,
  type Correlation,
  type Placeholders,
  type Rule,
  readRules,
  rereaderOf,
  type Source,
} from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'
import { withReplacement } from '../text/with-replacement.ts'
import { type FileScope, pathOf } from './file-scope.ts'

/** What a file with another text comes to. */
export type FileReading =
  /** All that can have changed, filter documents compiled in and rules looked up. */
  | { readonly kind: 'read'; readonly rules: readonly Rule[]; readonly correlations: readonly Correlation[] }
  /** One of its documents cannot be read any more. */
  | { readonly kind: 'unreadable'; readonly message: string }

/**
 * Reads a file after a replacement in its text as the project does: its placeholders put in, what files say of each other
 * looked up. Of a file that is one rule and nothing else no more is read than the replacement touches, where that is certain.
 */
export function readerOf(
  scope: FileScope,
  source: Source,
  placeholders: Placeholders,
): (replacement: Replacement) => FileReading {
  const rule = loneRuleOf(scope)
  const reread = rule === null ? () => null : rereaderOf(rule, placeholders)
  const read = fileReaderOf(scope, placeholders)
  return (replacement) => {
    const found = reread(replacement)
    if (found !== null) return { kind: 'read', rules: [found], correlations: [] }
    return read({ ...source, text: withReplacement(source.text, replacement) })
  }
}

/** The rule of a file that holds nothing else, where nothing in another file has a part in it. */
function loneRuleOf({ rules, correlations, documents, readings }: FileScope): Rule | null {
  const [rule] = rules
  const isAlone = rules.length + correlations.length === 1 && documents.size === 1 && readings.length === 1
  return rule !== undefined && isAlone && rule.filters.length === 0 ? rule : null
}

function fileReaderOf(scope: FileScope, placeholders: Placeholders): (source: Source) => FileReading {
  const { path, documents, readings } = scope
  const keys = new Set([...scope.rules, ...scope.correlations].map(({ key }) => key))
  return (source) => {
    const own = readRules(source, { placeholders })
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
