import type { JsonObject } from '../events/event.ts'
import { versionTooNew } from '../problems/document.ts'
import {
  badMetadata,
  correlationRemark,
  idNotUuid,
  isTag,
  keyInOtherCase,
  noTitle,
  oddTag,
  otherTaxonomy,
  slashDate,
  titleMissing,
} from '../problems/metadata.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Level, Metadata, Status } from '../rule/rule.ts'
import { jsonOf } from '../yaml/json-of.ts'
import { entryOf, type YamlMap } from '../yaml/node.ts'
import { type DocumentKind, isRemark } from './document-kind.ts'
import {
  choiceOf,
  shown,
  spanOf,
  spelledText,
  textNode,
  textNodesOf,
  textOf,
  textOrTextsOf,
  textsOf,
} from './metadata-field.ts'
import { checkRelated } from './related.ts'

const statuses: Readonly<Record<Status, true>> = {
  stable: true,
  test: true,
  experimental: true,
  deprecated: true,
  unsupported: true,
}

const levels: Readonly<Record<Level, true>> = {
  informational: true,
  low: true,
  medium: true,
  high: true,
  critical: true,
}

const ofEvery: readonly string[] = ['title', 'id', 'taxonomy', 'date', 'modified', 'sigma-version', 'action']

const ofRules: readonly string[] = [
  ...['name', 'status', 'description', 'author', 'references', 'falsepositives', 'level', 'tags'],
]

/** Top-level keys that Sigma defines for each kind of document (semantics 1.2); any other is the author's own. */
const defined: Readonly<Record<DocumentKind, ReadonlySet<string>>> = {
  detection: new Set([...ofEvery, ...ofRules, ...['related', 'license', 'logsource', 'detection', 'fields', 'scope']]),
  correlation: new Set([...ofEvery, ...ofRules, 'correlation', 'generate']),
  filter: new Set([...ofEvery, 'logsource', 'filter']),
}

const longestTitle = 256
const longestDescription = 65_535

/** What reading the metadata of a document needs beside it. */
export interface MetadataScope {
  readonly report: ReportProblem
  /** What the document is called where it has neither title nor id; empty for nothing. */
  readonly fallback: string
}

/**
 * Reads everything about a document but what it detects, correlates or filters (semantics 1.2). What is wrong with it is
 * told and read as what it means, as far as that is clear; nothing of it rejects the rule, but for one that cannot be called
 * by any name.
 */
export function readMetadata(document: YamlMap, kind: DocumentKind, { report, fallback }: MetadataScope): Metadata {
  const isDefined = (key: string): boolean => defined[kind].has(key)
  const root = { ...document, entries: document.entries.filter(({ key }) => isDefined(key)) }
  checkVersion(root, report)
  checkRelated(root, report)
  checkKeys(document, kind, report)
  textsOf(root, 'scope', report)
  const id = idOf(root, report)
  return {
    title: titleOf(root, id === null || id === '' ? fallback : id, report),
    id,
    name: textOf(root, 'name', report, longestTitle, true),
    status: choiceOf(root, 'status', statuses, report),
    level: choiceOf(root, 'level', levels, report),
    description: textOf(root, 'description', report, longestDescription),
    author: authorOf(root, report),
    license: textOf(root, 'license', report),
    date: dateOf(root, 'date', report),
    modified: dateOf(root, 'modified', report),
    references: distinctTextsOf(root, 'references', report),
    tags: tagsOf(root, report),
    falsepositives:
      kind === 'correlation' ? textOrTextsOf(root, 'falsepositives', report) : textsOf(root, 'falsepositives', report),
    fields: textsOf(root, 'fields', report),
    taxonomy: taxonomyOf(root, report),
    custom: customOf(document, isDefined),
  }
}

/** The title of a document as far as it has one, for its problems. */
export function titleIn(root: YamlMap): string | null {
  const title = entryOf(root, 'title')?.value
  return (title === undefined ? null : spelledText(title)) || null
}

/** The id of a document as it is read; null where it has none. */
export function idIn(root: YamlMap): string | null {
  const id = entryOf(root, 'id')?.value
  return id === undefined ? null : spelledText(id)
}

/** `other` is what the rule is called without a title. */
function titleOf(root: YamlMap, other: string, report: ReportProblem): string {
  const title = titleIn(root)
  const value = entryOf(root, 'title')?.value
  if (title === null || value === undefined) {
    const found = value === undefined ? 'there is none' : `got ${shown(value)}`
    report(other === '' ? titleMissing(spanOf(root, 'title')) : noTitle(spanOf(root, 'title'), found, other))
    return other
  }
  textOf(root, 'title', report, longestTitle)
  return title
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function idOf(root: YamlMap, report: ReportProblem): string | null {
  const id = textOf(root, 'id', report)
  const value = entryOf(root, 'id')?.value
  // Of a number it is told already that it is no text.
  const isText = value !== undefined && textNode(value) !== undefined
  if (id !== null && isText && !uuid.test(id)) report(idNotUuid(value.span, id))
  return id
}

/** Several authors may stand in a list, which is told; each keeps the credit. */
function authorOf(root: YamlMap, report: ReportProblem): string | null {
  const text = textOf(root, 'author', report)
  const value = entryOf(root, 'author')?.value
  const texts = value?.kind === 'list' ? value.items.flatMap((item) => spelledText(item) ?? []) : []
  return texts.length > 0 ? texts.join(', ') : text
}

function dateOf(root: YamlMap, field: 'date' | 'modified', report: ReportProblem): string | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const date = spelledText(value) ?? ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  if (/^\d{4}\/\d{2}\/\d{2}$/.test(date)) {
    report(slashDate(value.span, field, date))
    return date
  }
  report(badMetadata(value.span, field, 'a date YYYY-MM-DD', `got ${shown(value)}`))
  return null
}

function tagsOf(root: YamlMap, report: ReportProblem): readonly string[] {
  const tags = textNodesOf(root, 'tags', report)
  for (const { text, span } of tags) if (!isTag(text)) report(oddTag(span, text))
  return tags.map(({ text }) => text)
}

/** What names the fields of the rule: Sigma's own names, or those of a taxonomy that it says. */
function taxonomyOf(root: YamlMap, report: ReportProblem): string | null {
  const taxonomy = textOf(root, 'taxonomy', report)
  if (taxonomy === null || taxonomy === 'sigma') return taxonomy
  const span = spanOf(root, 'taxonomy')
  if (taxonomy.toLowerCase() === 'sigma') {
    report(badMetadata(span, 'taxonomy', 'sigma', `got '${taxonomy}'`, 'Write sigma.'))
    return 'sigma'
  }
  report(otherTaxonomy(span, taxonomy))
  return taxonomy
}

/** Keys that are Sigma's but for their letter case, and a remark where a correlation would stand. */
function checkKeys(document: YamlMap, kind: DocumentKind, report: ReportProblem): void {
  for (const { key, keySpan } of document.entries) {
    const meant = key.toLowerCase()
    if (key !== meant && defined[kind].has(meant) && entryOf(document, meant) === undefined) {
      report(keyInOtherCase(keySpan, key, meant))
    }
  }
  if (isRemark(document)) report(correlationRemark(spanOf(document, 'correlation')))
}

function distinctTextsOf(root: YamlMap, field: string, report: ReportProblem): readonly string[] {
  const seen = new Set<string>()
  for (const { text, span } of textNodesOf(root, field, report)) {
    if (seen.has(text))
      report(
        badMetadata(span, field, 'a list without repetitions', `'${text.slice(0, 60)}' stands twice`, 'Remove one.'),
      )
    seen.add(text)
  }
  return [...seen]
}

function checkVersion(root: YamlMap, report: ReportProblem): void {
  const value = entryOf(root, 'sigma-version')?.value
  if (value === undefined) return
  const major = value.kind === 'scalar' ? /^v?(\d+)(?:\.\d+)*$/.exec(value.text)?.[1] : undefined
  if (major === undefined)
    report(badMetadata(value.span, 'sigma-version', 'a version such as 2 or 2.1.0', `got ${shown(value)}`))
  else if (Number(major) > 2) report(versionTooNew(value.span, major))
}

function customOf(root: YamlMap, isDefined: (key: string) => boolean): JsonObject {
  const own = root.entries.filter(({ key }) => !isDefined(key))
  return Object.fromEntries(own.map(({ key, value }) => [key, jsonOf(value)]))
}
