import {
  type FilterDocument,
  type Key,
  type Leaf,
  nodesOf,
  type Predicate,
  type Rule,
  type SearchIdentifier,
  type Source,
} from '../../../sigma/index.ts'
import type { Examples } from '../examples.ts'
import { type YamlPlaces, yamlPlacesIn } from './yaml-places.ts'

/** A rule or a filter document beside the text it was compiled from: what operators look at. */
export interface RuleText extends YamlPlaces {
  readonly document: Rule | FilterDocument
  readonly source: Source
  readonly condition: Predicate
  /** The identifiers that the condition uses. */
  readonly identifiers: readonly SearchIdentifier[]
  /** Every node of these identifiers. */
  readonly nodes: readonly Predicate[]
  readonly keys: readonly Key[]
  readonly leaves: readonly Leaf[]
  /** What the suite shows of it. */
  readonly examples: Examples
}

/** Lays a filter document, or a rule read without any, over the YAML of its file, and what a suite shows of it beside. */
export function ruleTextOf(document: Rule | FilterDocument, examples: Examples): RuleText {
  const { source, condition } = document
  const identifiers = document.identifiers.filter(({ role }) => role !== 'unused')
  const nodes = identifiers.flatMap(({ predicate }) => [...nodesOf(predicate)])
  return {
    document,
    source,
    condition,
    identifiers,
    nodes,
    keys: nodes.filter((node) => node.kind === 'key'),
    leaves: nodes.filter((node) => node.kind === 'leaf'),
    examples,
    ...yamlPlacesIn(source),
  }
}
