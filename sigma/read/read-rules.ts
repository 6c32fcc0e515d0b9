import { adviceOnFilter, adviceOnRule } from '../advice/advise.ts'
import { type IdPlace, idPlaceIn } from '../advice/id-duplicate.ts'
import type { CorrelationDocument } from '../correlation/correlation.ts'
import { readCorrelation } from '../correlation/read-correlation.ts'
import type { FilterDocument } from '../filters/filter.ts'
import { readFilter } from '../filters/read-filter.ts'
import { notARule, nothingInFile } from '../problems/document.ts'
import type { Problem, ReportProblem } from '../problems/problem.ts'
import type { NamedDocument } from '../references/rule-index.ts'
import { hashMeaning } from '../rule/meaning.ts'
import type { Rule, RuleKey } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { entryOf } from '../yaml/node.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { type RuleDocument, resolveCollection } from './collection.ts'
import { kindOf, markingKeys } from './document-kind.ts'
import { idIn, readMetadata, titleIn } from './metadata.ts'
import { textNode } from './metadata-field.ts'
import { misspelt } from './misspelt.ts'
import { readDetection } from './read-detection.ts'
import { readLogSource } from './read-log-source.ts'

/** What one file says, and everything that is wrong with it. Files speak of each other: see `buildRuleSet`. */
export interface RuleReading {
  /** Detection rules, before filter documents. */
  readonly rules: readonly Rule[]
  readonly correlations: readonly CorrelationDocument[]
  readonly filters: readonly FilterDocument[]
  /** The documents with an error, so that who refers to them can be told. */
  readonly rejected: readonly NamedDocument[]
  readonly problems: readonly Problem[]
  /** Where the documents say their ids, the rejected ones too. */
  readonly ids: readonly IdPlace[]
}

/**
 * Reads and compiles every document of a file (semantics sections 1 to 5 and 7). One with an error is `rejected`; the
 * others are not. Never throws, whatever the text. Problems stand in the order of their places. Keys: the path, plus `#n`
 * from 1 where the file has several documents.
 */
export function readRules(source: Source, options: { readonly placeholders?: Placeholders } = {}): RuleReading {
  const problems: Problem[] = []
  const { documents, problems: yamlProblems } = readYaml(source)
  problems.push(...yamlProblems)
  const { rules: ruleDocuments, others } = resolveCollection(documents, (problem) => problems.push(problem))
  // One note for the file, however many documents of it are something else.
  const [other] = others
  if (other !== undefined)
    problems.push(notARule({ ...other.span, end: other.span.start }, misspelt(other, markingKeys)))
  if (documents.length === 0 && yamlProblems.length === 0) {
    problems.push(nothingInFile({ path: source.path, start: 0, end: 0 }))
  }
  const rules: Rule[] = []
  const correlations: CorrelationDocument[] = []
  const filters: FilterDocument[] = []
  const rejected: NamedDocument[] = []
  const ids: IdPlace[] = []
  for (const document of ruleDocuments) {
    const key = documents.length > 1 ? `${source.path}#${document.number}` : source.path
    const found: Problem[] = []
    const scope: ReadingScope = {
      key,
      fallback: fallbackTitle(key),
      source,
      placeholders: options.placeholders ?? {},
      report: (problem: Problem) => found.push(problem),
    }
    const read = readDocument(document, scope)
    const title = shortened(titleIn(document.root))
    const id = idPlaceIn(document.root, key, title)
    if (id !== null) ids.push(id)
    problems.push(...found.map((problem) => ({ ...problem, rule: title })))
    if (read === null || found.some(({ severity }) => severity === 'error'))
      rejected.push(rejectedOf(document, key, source))
    else if (read.kind === 'detection') rules.push(read)
    else if (read.kind === 'filter') filters.push(read)
    else correlations.push(read)
  }
  const inOrder = problems.toSorted((one, other) => one.span.start - other.span.start)
  return { rules, correlations, filters, rejected, problems: inOrder, ids }
}

interface ReadingScope {
  readonly key: RuleKey
  /** What a rule without a title is called, where it has no id either; empty where the file has no name. */
  readonly fallback: string
  readonly source: Source
  readonly placeholders: Placeholders
  readonly report: ReportProblem
}

function readDocument(document: RuleDocument, scope: ReadingScope): Rule | CorrelationDocument | FilterDocument | null {
  switch (kindOf(document.root)) {
    case 'correlation':
      return readCorrelationRule(document, scope)
    case 'filter':
      return readFilterDocument(document, scope)
    case 'detection':
      return readDetectionRule(document, scope)
  }
}

/** The name of the file without its extension, with the number of the document where there are several. */
function fallbackTitle(key: RuleKey): string {
  const name = key.slice(key.lastIndexOf('/') + 1)
  return name.replace(/\.ya?ml(?=#\d+$|$)/i, '')
}

function readDetectionRule(document: RuleDocument, scope: ReadingScope): Rule | null {
  const { key, source, placeholders, report } = scope
  const { root, span } = document
  const metadata = readMetadata(root, 'detection', scope)
  const logsource = readLogSource(root, report)
  const detection = readDetection(root, source, placeholders, report)
  if (logsource === null || detection === null) return null
  const meaning = hashMeaning(textsOf(document, source), detection.identifiers, placeholders)
  const rule: Rule = {
    kind: 'detection',
    key,
    source,
    span,
    ...metadata,
    logsource,
    ...detection,
    filters: [],
    meaning,
  }
  adviceOnRule(rule, placeholders).forEach(report)
  return rule
}

function readCorrelationRule(document: RuleDocument, scope: ReadingScope): CorrelationDocument | null {
  const { key, source, report } = scope
  const { root, span } = document
  const entry = entryOf(root, 'correlation')
  const metadata = readMetadata(root, 'correlation', scope)
  const body = entry === undefined ? null : readCorrelation(root, entry, source, report)
  if (body === null) return null
  const ownMeaning = hashMeaning(textsOf(document, source), [], {})
  return { kind: 'correlation-document', key, source, span, ...metadata, ...body, ownMeaning }
}

function readFilterDocument(document: RuleDocument, scope: ReadingScope): FilterDocument | null {
  const { key, source, placeholders, report } = scope
  const { root, span } = document
  const entry = entryOf(root, 'filter')
  const metadata = readMetadata(root, 'filter', scope)
  const body = entry === undefined ? null : readFilter(root, entry, source, placeholders, report)
  if (body === null) return null
  const ownMeaning = hashMeaning(textsOf(document, source), body.identifiers, placeholders)
  const filter: FilterDocument = { kind: 'filter', key, source, span, ...metadata, ...body, ownMeaning }
  adviceOnFilter(filter, placeholders).forEach(report)
  return filter
}

function textsOf({ parts }: RuleDocument, source: Source): readonly string[] {
  return parts.map(({ start, end }) => source.text.slice(start, end))
}

function rejectedOf({ root }: RuleDocument, key: RuleKey, { path }: Source): NamedDocument {
  const textIn = (field: string): string | null => {
    const value = entryOf(root, field)?.value
    return value === undefined ? null : (textNode(value)?.text ?? null)
  }
  return { kind: 'rejected', key, path, title: titleIn(root), id: idIn(root), name: textIn('name') }
}

/** Each problem of a rule names it, and there may be as many as lines. */
function shortened(title: string | null): string | null {
  return title !== null && title.length > longestTitle ? `${title.slice(0, longestTitle)}...` : title
}

const longestTitle = 256
