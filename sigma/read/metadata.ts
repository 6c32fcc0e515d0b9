import type { JsonObject } from '../event.ts'
import type { Report } from '../problem.ts'
import { versionTooNew } from '../problems/document.ts'
import { badMetadata, badTitle, idNotUuid, oddTag, otherTaxonomy, slashDate } from '../problems/metadata.ts'
import type { Level, Metadata, Status } from '../rule.ts'
import { jsonOf } from '../yaml/json-of.ts'
import { entryOf, type YamlMap } from '../yaml/node.ts'
import { choiceOf, isWithin, shown, spanOf, textNodesOf, textOf, textOrTextsOf, textsOf } from './metadata-field.ts'
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

/** What a document of the file is (semantics 1.1). */
export type DocumentKind = 'detection' | 'correlation' | 'filter'

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

/** Reads and checks everything about a document but what it detects, correlates or filters (semantics 1.2). */
export function readMetadata(document: YamlMap, kind: DocumentKind, report: Report): Metadata {
  const isDefined = (key: string): boolean => defined[kind].has(key)
  const root = { ...document, entries: document.entries.filter(({ key }) => isDefined(key)) }
  checkVersion(root, report)
  checkRelated(root, report)
  const taxonomy = textOf(root, 'taxonomy', report)
  if (taxonomy !== null && taxonomy !== 'sigma') report(otherTaxonomy(spanOf(root, 'taxonomy'), taxonomy))
  textsOf(root, 'scope', report)
  return {
    title: titleOf(root, report),
    id: idOf(root, report),
    name: textOf(root, 'name', report, longestTitle, true),
    status: choiceOf(root, 'status', statuses, report),
    level: choiceOf(root, 'level', levels, report),
    description: textOf(root, 'description', report, longestDescription),
    author: textOf(root, 'author', report),
    license: textOf(root, 'license', report),
    date: dateOf(root, 'date', report),
    modified: dateOf(root, 'modified', report),
    references: distinctTextsOf(root, 'references', report),
    tags: tagsOf(root, report),
    falsepositives:
      kind === 'correlation' ? textOrTextsOf(root, 'falsepositives', report) : textsOf(root, 'falsepositives', report),
    fields: textsOf(root, 'fields', report),
    taxonomy,
    custom: customOf(document, isDefined),
  }
}

/** The title of a document as far as it has one, for its problems. */
export function titleIn(root: YamlMap): string | null {
  const title = entryOf(root, 'title')?.value
  return title?.kind === 'scalar' && typeof title.value === 'string' && title.value !== '' ? title.value : null
}

function titleOf(root: YamlMap, report: Report): string {
  const title = titleIn(root)
  if (title !== null && isWithin(title, longestTitle)) return title
  report(badTitle(spanOf(root, 'title')))
  return ''
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function idOf(root: YamlMap, report: Report): string | null {
  const id = textOf(root, 'id', report)
  if (id !== null && !uuid.test(id)) report(idNotUuid(spanOf(root, 'id'), id))
  return id
}

function dateOf(root: YamlMap, field: 'date' | 'modified', report: Report): string | null {
  const date = textOf(root, field, report)
  if (date === null) return null
  if (/^\d{4}\/\d{2}\/\d{2}$/.test(date)) report(slashDate(spanOf(root, field), field, date))
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    report(badMetadata(spanOf(root, field), field, 'a date YYYY-MM-DD', `'${date}'`))
    return null
  }
  return date
}

function tagsOf(root: YamlMap, report: Report): readonly string[] {
  const tags = textNodesOf(root, 'tags', report)
  const odd = tags.filter(({ text }) => !/^[a-z0-9_-]+\.[a-z0-9._-]+$/.test(text))
  for (const { text, span } of odd) report(oddTag(span, text))
  return tags.map(({ text }) => text)
}

function distinctTextsOf(root: YamlMap, field: string, report: Report): readonly string[] {
  const seen = new Set<string>()
  for (const { text, span } of textNodesOf(root, field, report)) {
    if (seen.has(text)) report(badMetadata(span, field, 'a list without repetitions', `'${text}' twice`))
    seen.add(text)
  }
  return [...seen]
}

function checkVersion(root: YamlMap, report: Report): void {
  const value = entryOf(root, 'sigma-version')?.value
  if (value === undefined) return
  const major = value.kind === 'scalar' ? /^v?(\d+)(?:\.\d+)*$/.exec(value.text)?.[1] : undefined
  if (major === undefined)
    report(badMetadata(value.span, 'sigma-version', 'a version such as 2 or 2.1.0', shown(value)))
  else if (Number(major) > 2) report(versionTooNew(value.span, major))
}

function customOf(root: YamlMap, isDefined: (key: string) => boolean): JsonObject {
  const own = root.entries.filter(({ key }) => !isDefined(key))
  return Object.fromEntries(own.map(({ key, value }) => [key, jsonOf(value)]))
}
