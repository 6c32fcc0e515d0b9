import { hashMeaning } from './meaning.ts'
import type { Problem, Report } from './problem.ts'
import { correlationUnsupported, filterUnsupported } from './problems/document.ts'
import { type RuleDocument, resolveCollection } from './read/collection.ts'
import { readMetadata, titleIn } from './read/metadata.ts'
import { readDetection } from './read/read-detection.ts'
import { readLogSource } from './read/read-log-source.ts'
import type { Rule, RuleKey } from './rule.ts'
import type { Source } from './source.ts'
import type { Placeholders } from './values/placeholders.ts'
import { entryOf } from './yaml/node.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** What a file of rules says: the rules that can be judged, and everything that is wrong with the file. */
export interface RuleReading {
  readonly rules: readonly Rule[]
  readonly problems: readonly Problem[]
}

/**
 * Reads and compiles every rule of a file (semantics sections 1 to 5). A rule with an error is not among `rules`; the
 * others are. Never throws, whatever the text. Problems stand in the order of their places. Keys: the path, plus `#n` from 1 where the file has several documents.
 */
export function readRules(source: Source, options: { readonly placeholders?: Placeholders } = {}): RuleReading {
  const problems: Problem[] = []
  const { documents, problems: yamlProblems } = readYaml(source)
  problems.push(...yamlProblems)
  const ruleDocuments = resolveCollection(documents, (problem) => problems.push(problem))
  const rules = ruleDocuments.flatMap((document) => {
    const key = documents.length > 1 ? `${source.path}#${document.number}` : source.path
    const found: Problem[] = []
    const rule = readRule(document, key, source, options.placeholders ?? {}, (problem) => found.push(problem))
    const title = titleIn(document.root)
    problems.push(...found.map((problem) => ({ ...problem, rule: title })))
    return rule === null || found.some(({ severity }) => severity === 'error') ? [] : [rule]
  })
  return { rules, problems: problems.toSorted((one, other) => one.span.start - other.span.start) }
}

function readRule(
  document: RuleDocument,
  key: RuleKey,
  source: Source,
  placeholders: Placeholders,
  report: Report,
): Rule | null {
  const { root, span, parts } = document
  const correlation = entryOf(root, 'correlation')
  const filter = entryOf(root, 'filter')
  if (correlation !== undefined || filter !== undefined) {
    if (correlation !== undefined) report(correlationUnsupported(correlation.keySpan))
    else if (filter !== undefined) report(filterUnsupported(filter.keySpan))
    return null
  }
  const metadata = readMetadata(root, report)
  const logsource = readLogSource(root, report)
  const detection = readDetection(root, source, placeholders, report)
  if (logsource === null || detection === null) return null
  const texts = parts.map(({ start, end }) => source.text.slice(start, end))
  const meaning = hashMeaning(texts, detection.identifiers, placeholders)
  return { key, source, span, ...metadata, logsource, ...detection, meaning }
}
