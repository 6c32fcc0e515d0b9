import { createHash } from 'node:crypto'
import type { Problem } from '../problems/problem.ts'
import { titleIn } from '../read/metadata.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import { byCodeUnit } from '../text/by-code-unit.ts'
import { entryOf, type YamlDocument, type YamlNode } from '../yaml/node.ts'
import { documentAt, documentsOf, keyOfDocument } from './rule-documents.ts'

/**
 * What a problem is known by when the file around it changes: nothing in it counts lines. Two problems that are alike have
 * two entries that are.
 */
export interface BaselineEntry {
  readonly rule: RuleKey
  /** The rule's id, else its title: by it the rule is known when its file moves. Null where it has neither. */
  readonly name: string | null
  readonly code: string
  /** The keys that lead to the place: `detection/selection/Image|endswith`. Empty where the file is no YAML. */
  readonly at: string
  /** What stands there, blanks as one; a long text cut and told apart by a digest. */
  readonly text: string
}

/** A problem with the entry that stands for it. */
interface Identified {
  readonly problem: Problem
  readonly entry: BaselineEntry
}

/** Some problems parted by a baseline. */
export interface AgainstBaseline {
  /** Those that are not in it, in their order. */
  readonly added: readonly Problem[]
  /** Those that are. */
  readonly known: readonly Problem[]
  /** The entries that no problem matches. */
  readonly gone: readonly BaselineEntry[]
}

/** The entries for these problems, sorted; nothing in them depends on the order of the problems. */
export function baselineOf(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, Source>,
): readonly BaselineEntry[] {
  return identified(problems, sources)
    .map(({ entry }) => entry)
    .toSorted((one, other) => byCodeUnit(textOf(one), textOf(other)))
}

/**
 * Parts problems into those of a baseline and new ones. Each entry stands for one problem: a second one like it is new.
 * Where several could be meant, the rule of the same key and name comes first, then that of the same name, then that of the
 * same key.
 */
export function againstBaseline(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, Source>,
  entries: readonly BaselineEntry[],
): AgainstBaseline {
  const known = new Set<Problem>()
  const found = identified(problems, sources)
  let open = entries
  for (const subject of subjects) {
    const left = Map.groupBy(open, subject)
    for (const { problem, entry } of found) {
      const own = subject(entry)
      if (own === null || known.has(problem) || left.get(own)?.pop() === undefined) continue
      known.add(problem)
    }
    open = [...left.values()].flat()
  }
  return {
    added: problems.filter((problem) => !known.has(problem)),
    known: problems.filter((problem) => known.has(problem)),
    gone: open.toSorted((one, other) => byCodeUnit(textOf(one), textOf(other))),
  }
}

/** By what an entry and a problem are one, the surest first; null where an entry has nothing of the kind. */
const subjects: readonly ((entry: BaselineEntry) => string | null)[] = [
  textOf,
  ({ name, code, at, text }) => (name === null ? null : JSON.stringify([name, code, at, text])),
  ({ rule, code, at, text }) => JSON.stringify([rule, code, at, text]),
]

function textOf({ rule, name, code, at, text }: BaselineEntry): string {
  return JSON.stringify([rule, code, at, text, name])
}

function identified(problems: readonly Problem[], sources: ReadonlyMap<string, Source>): readonly Identified[] {
  return [...Map.groupBy(problems, ({ span }) => span.path)].flatMap(([path, own]) => {
    const source = sources.get(path)
    const documents = source === undefined ? [] : documentsOf(source)
    return own.map((problem): Identified => {
      const document = documentAt(documents, problem.span.start)
      const entry: BaselineEntry = {
        rule: keyOfDocument(documents, document, path),
        name: nameOf(document),
        code: problem.code,
        at: document === null ? '' : keysTo(document.root, problem.span.start).join('/'),
        text: short(source?.text.slice(problem.span.start, problem.span.end) ?? ''),
      }
      return { problem, entry }
    })
  })
}

function nameOf(document: YamlDocument | null): string | null {
  if (document === null || document.root.kind !== 'map') return null
  const id = entryOf(document.root, 'id')?.value
  return id?.kind === 'scalar' && id.text !== '' ? id.text : titleIn(document.root)
}

/** Items of a list are not counted: another one above changes nothing below. */
function keysTo(node: YamlNode, offset: number): readonly string[] {
  switch (node.kind) {
    case 'scalar':
      return []
    case 'list': {
      const item = node.items.find(({ span }) => span.start <= offset && offset <= span.end)
      return item === undefined ? [] : keysTo(item, offset)
    }
    case 'map': {
      const entry = node.entries.find(({ span }) => span.start <= offset && offset <= span.end)
      return entry === undefined ? [] : [entry.key, ...keysTo(entry.value, offset)]
    }
  }
}

const longest = 100

function short(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= longest) return flat
  return `${flat.slice(0, longest)}… ${createHash('sha256').update(flat).digest('hex').slice(0, 8)}`
}
