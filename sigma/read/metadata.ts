import type { JsonObject } from '../event.ts'
import type { Report } from '../problem.ts'
import { versionTooNew } from '../problems/document.ts'
import { badMetadata, badTitle, idNotUuid, oddTag, otherTaxonomy, slashDate } from '../problems/metadata.ts'
import type { Level, Rule, Status } from '../rule.ts'
import { jsonOf } from '../yaml/json-of.ts'
import { entryOf, type YamlMap, type YamlNode } from '../yaml/node.ts'
import { checkRelated } from './related.ts'

type Metadata = Pick<
  Rule,
  | 'title'
  | 'id'
  | 'name'
  | 'status'
  | 'level'
  | 'description'
  | 'author'
  | 'license'
  | 'date'
  | 'modified'
  | 'references'
  | 'tags'
  | 'falsepositives'
  | 'fields'
  | 'custom'
>

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

/** Top-level keys that Sigma defines for detection rules (semantics 1.2); any other is the author's own. */
const defined: ReadonlySet<string> = new Set([
  ...['title', 'id', 'name', 'related', 'taxonomy', 'status', 'description', 'license', 'author', 'references'],
  ...['date', 'modified', 'logsource', 'detection', 'fields', 'falsepositives', 'level', 'tags', 'scope'],
  ...['sigma-version', 'action'],
])

const longestTitle = 256
const longestDescription = 65_535

/** Reads and checks everything about a rule but its log source and detection (semantics 1.2). */
export function readMetadata(root: YamlMap, report: Report): Metadata {
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
    falsepositives: textsOf(root, 'falsepositives', report),
    fields: textsOf(root, 'fields', report),
    custom: customOf(root),
  }
}

/** The title of a document as far as it has one, for its problems. */
export function titleIn(root: YamlMap): string | null {
  const title = entryOf(root, 'title')?.value
  return title?.kind === 'scalar' && typeof title.value === 'string' && title.value !== '' ? title.value : null
}

function titleOf(root: YamlMap, report: Report): string {
  const title = titleIn(root)
  if (title !== null && [...title].length <= longestTitle) return title
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
  const tags = textsOf(root, 'tags', report)
  const odd = tags.filter((tag) => !/^[a-z0-9_-]+\.[a-z0-9._-]+$/.test(tag))
  for (const tag of odd) report(oddTag(spanOf(root, 'tags'), tag))
  return tags
}

function distinctTextsOf(root: YamlMap, field: string, report: Report): readonly string[] {
  const texts = textsOf(root, field, report)
  const repeated = texts.find((text, index) => texts.indexOf(text) < index)
  if (repeated !== undefined) {
    report(badMetadata(spanOf(root, field), field, 'a list without repetitions', `'${repeated}' twice`))
  }
  return texts
}

function textOf(
  root: YamlMap,
  field: string,
  report: Report,
  longest = Number.POSITIVE_INFINITY,
  isRequired = false,
): string | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : null
  if (text !== null && [...text].length <= longest && !(isRequired && text === '')) return text
  const limit = Number.isFinite(longest) ? ` of at most ${longest} characters` : ''
  report(badMetadata(value.span, field, `${isRequired ? 'non-empty ' : ''}text${limit}`, shown(value)))
  return null
}

function textsOf(root: YamlMap, field: string, report: Report): readonly string[] {
  const value = entryOf(root, field)?.value
  if (value === undefined) return []
  const texts = value.kind === 'list' ? value.items.flatMap((item) => textIn(item) ?? []) : []
  if (value.kind === 'list' && texts.length === value.items.length) return texts
  report(badMetadata(value.span, field, 'a list of texts', shown(value)))
  return []
}

function choiceOf<Choice extends string>(
  root: YamlMap,
  field: string,
  choices: Readonly<Record<Choice, true>>,
  report: Report,
): Choice | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = textIn(value)
  if (text !== undefined && isChoice(text, choices)) return text
  report(badMetadata(value.span, field, `one of ${Object.keys(choices).join(', ')}`, shown(value)))
  return null
}

function isChoice<Choice extends string>(text: string, choices: Readonly<Record<Choice, true>>): text is Choice {
  return Object.hasOwn(choices, text)
}

function checkVersion(root: YamlMap, report: Report): void {
  const value = entryOf(root, 'sigma-version')?.value
  if (value === undefined) return
  const major = value.kind === 'scalar' ? /^v?(\d+)(?:\.\d+)*$/.exec(value.text)?.[1] : undefined
  if (major === undefined)
    report(badMetadata(value.span, 'sigma-version', 'a version such as 2 or 2.1.0', shown(value)))
  else if (Number(major) > 2) report(versionTooNew(value.span, major))
}

function customOf(root: YamlMap): JsonObject {
  const own = root.entries.filter(({ key }) => !defined.has(key))
  return Object.fromEntries(own.map(({ key, value }) => [key, jsonOf(value)]))
}

function textIn(node: YamlNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

/** A value of the wrong type, in a few words. */
function shown(value: YamlNode): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`
  if (value.value === null) return 'null'
  return typeof value.value === 'string' ? `'${value.text.slice(0, 60)}'` : value.text
}

function spanOf(root: YamlMap, field: string): YamlNode['span'] {
  const entry = entryOf(root, field)
  return entry?.value.span ?? { ...root.span, end: root.span.start }
}
