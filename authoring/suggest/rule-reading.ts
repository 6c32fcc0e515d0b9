import { measuresOf, type RuleMeasure } from '../../measures/index.ts'
import { type Json, type Leaf, leafMatches, leavesOf, type NodeId, type Rule } from '../../sigma/index.ts'
import { fillersOf } from './fillers.ts'
import { subjectsIn } from './subjects.ts'

/** What every suggestion for one rule needs to know of it; worked out once. */
export interface RuleInWords {
  readonly rule: Rule
  readonly measures: readonly RuleMeasure[]
  readonly leaves: ReadonlyMap<NodeId, Leaf>
  /** What a title calls each leaf. */
  readonly subjects: ReadonlyMap<NodeId, string>
  /** Names of the fields that leaves read, those of fieldref included. */
  readonly fields: ReadonlySet<string>
  /** A keyword may be found in any field. */
  readonly hasKeywords: boolean
  /** The leaves that compare two fields. */
  readonly references: readonly Leaf[]
  /** Values that a made event of this kind may have in a field, each with the leaves of that field alone that it matches. */
  readonly fillersIn: (eventId: number, field: string) => readonly Filler[]
}

export interface Filler {
  readonly value: Json
  readonly matches: ReadonlySet<NodeId>
}

const readings = new WeakMap<Rule, RuleInWords>()

/** The reading of a rule; the same rule is read once. */
export function readingOf(rule: Rule): RuleInWords {
  const known = readings.get(rule)
  if (known !== undefined) return known
  const leaves = new Map(
    rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map((leaf) => [leaf.id, leaf] as const)),
  )
  const reading: RuleInWords = {
    rule,
    measures: measuresOf(rule),
    leaves,
    subjects: subjectsIn(rule),
    fields: new Set([...leaves.values()].flatMap(fieldsOf)),
    hasKeywords: [...leaves.values()].some(({ field }) => field === null),
    references: [...leaves.values()].filter(isReference),
    fillersIn: fillerTable([...leaves.values()].filter((leaf) => !isReference(leaf))),
  }
  readings.set(rule, reading)
  return reading
}

/** The fields that a leaf reads: none for a keyword, two for fieldref. */
export function fieldsOf({ field, test }: Leaf): readonly string[] {
  if (field === null) return []
  return test.operator === 'fieldref' ? [field, test.field] : [field]
}

/** What it answers cannot be told from one field. */
export function isReference({ test }: Leaf): boolean {
  return test.operator === 'fieldref'
}

function fillerTable(leaves: readonly Leaf[]): RuleInWords['fillersIn'] {
  const byField = Map.groupBy(leaves, ({ field }) => field)
  const tables = new Map<string, readonly Filler[]>()
  return (eventId, field) => {
    const key = `${eventId} ${field}`
    const known = tables.get(key)
    if (known !== undefined) return known
    const own = byField.get(field) ?? []
    const table = fillersOf(eventId, field).map((value): Filler => {
      const matching = own.filter((leaf) => leafMatches(leaf, { [field]: value }))
      return { value, matches: new Set(matching.map(({ id }) => id)) }
    })
    tables.set(key, table)
    return table
  }
}
