import { collectionAction, documentNotMap, nothingToRepeat, unknownAction } from '../problems/document.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Span } from '../source.ts'
import { entryOf, type YamlDocument, type YamlMap } from '../yaml/node.ts'
import { isSigma, kindOf } from './document-kind.ts'

/** A document to be read as a rule, what it took from others of its file already merged in. */
export interface RuleDocument {
  /** Counted from 1 among the file's documents. */
  readonly number: number
  readonly root: YamlMap
  readonly span: Span
  /** Every document it is made of, its own last. */
  readonly parts: readonly Span[]
}

/** What the documents of a file are, put together. */
export interface Collection {
  readonly rules: readonly RuleDocument[]
  /** The maps that are no Sigma documents. */
  readonly others: readonly YamlMap[]
}

interface Merged {
  readonly root: YamlMap
  readonly parts: readonly Span[]
}

const collectionActions: readonly string[] = ['global', 'reset', 'repeat']

/** Resolves the collection actions of a file (semantics 1.3), drops what is no map and sets aside what is no Sigma document. */
export function resolveCollection(documents: readonly YamlDocument[], report: ReportProblem): Collection {
  const rules: RuleDocument[] = []
  const others: YamlMap[] = []
  let global: Merged | null = null
  let previous: Merged | null = null
  for (const [index, { root, span }] of documents.entries()) {
    const number = index + 1
    if (root.kind !== 'map') {
      report(documentNotMap(root.span, number))
      continue
    }
    const action = entryOf(root, 'action')
    const own: Merged = { root: without(root, 'action'), parts: [span] }
    if (action === undefined) {
      if (isRule(root) && global !== null) previous = merge(global, own)
      else previous = isRule(root) ? own : previous
      const rule: Merged = isRule(root) ? (previous ?? own) : own
      if (isSigma(rule.root)) rules.push({ ...rule, number, span })
      else others.push(root)
      continue
    }
    const name = action.value.kind === 'scalar' ? action.value.text : action.value.kind
    if (collectionActions.includes(name)) report(collectionAction(action.span))
    if (name === 'global') {
      global = own
      previous = own
    } else if (name === 'reset') global = null
    else if (name !== 'repeat') report(unknownAction(action.value.span, name, collectionActions))
    else if (previous === null) report(nothingToRepeat(action.span))
    else {
      previous = merge(own, previous)
      const parts = [...previous.parts.filter((part) => part !== span), span]
      rules.push({ root: previous.root, parts, number, span })
    }
  }
  return { rules, others }
}

function isRule(root: YamlMap): boolean {
  return kindOf(root) === 'detection'
}

function merge(upper: Merged, lower: Merged): Merged {
  return { root: deepMerge(upper.root, lower.root), parts: [...upper.parts, ...lower.parts] }
}

/** Maps merge, any other value of `upper` replaces that of `lower`. */
function deepMerge(upper: YamlMap, lower: YamlMap): YamlMap {
  const entries = new Map(lower.entries.map((entry) => [entry.key, entry]))
  for (const entry of upper.entries) {
    const below = entries.get(entry.key)?.value
    const value = below?.kind === 'map' && entry.value.kind === 'map' ? deepMerge(entry.value, below) : entry.value
    entries.set(entry.key, { ...entry, value })
  }
  return { ...lower, entries: [...entries.values()] }
}

function without(root: YamlMap, key: string): YamlMap {
  return { ...root, entries: root.entries.filter((entry) => entry.key !== key) }
}
