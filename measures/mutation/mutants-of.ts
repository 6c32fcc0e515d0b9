import {
  buildRuleSet,
  type Placeholders,
  type Rule,
  type RuleReading,
  readRules,
  type Source,
} from '../../sigma/index.ts'
import { firingHashOf } from './firing-hash.ts'
import type { Edit, Mutant, MutationOperator, ReadMutant, Replacement } from './mutant.ts'
import { operatorNames, operators } from './operators/operators.ts'
import { ruleTextOf } from './rule-text.ts'

/** Reads a file with rules as the project does: its placeholders put in, its filter documents applied. */
export type ReadFile = (source: Source) => RuleReading

/** What is needed to read the file of these rules again. */
export function readerFor(rules: readonly Rule[], placeholders: Placeholders): ReadFile {
  const own = new Set(rules.map(({ source }) => source.path))
  const filters = new Map(rules.flatMap((rule) => rule.filters.map(({ source }) => [source.path, source] as const)))
  const others = [...filters.values()]
    .filter(({ path }) => !own.has(path))
    .map((source) => ({ ...readRules(source, { placeholders }), rules: [], correlations: [] }))
  return (source) => {
    const reading = readRules(source, { placeholders })
    return others.length === 0 && reading.filters.length === 0
      ? reading
      : { ...reading, rules: buildRuleSet([reading, ...others]).rules }
  }
}

/**
 * Every mutant of a rule, read again, in the order of the operators and of the text. One that fires on the same events by
 * construction, as the rule or as an earlier mutant does, is none. `siblings` are the rules of its file, itself included.
 * Throws an Error when an edit left the text as it was: the mutation would not have applied.
 */
export function* mutantsOf(rule: Rule, siblings: readonly Rule[], placeholders: Placeholders): Generator<ReadMutant> {
  const bare = readRules(rule.source, { placeholders }).rules.find(({ key }) => key === rule.key)
  if (bare === undefined) return
  const read = readerFor(siblings, placeholders)
  const before = new Map(siblings.map((each) => [each.key, firingHashOf(each)]))
  const seen = new Set([noChange])
  const ids = new Map<string, number>()
  const ruleText = ruleTextOf(bare)
  for (const operator of operatorNames) {
    for (const edit of operators[operator](ruleText)) {
      const mutant = mutantOf(bare, operator, edit, ids)
      const reading = readMutant(mutant, rule.source, siblings, read)
      if (reading.kind === 'unreadable') {
        yield { mutant, reading }
        continue
      }
      const changed = reading.rules
        .map((after) => ({ after, hash: firingHashOf(after) }))
        .filter(({ after, hash }) => hash !== before.get(after.key))
      const change = changed.map(({ after, hash }) => `${after.key}\n${hash}`).join('\n')
      if (seen.has(change)) continue
      seen.add(change)
      yield { mutant, reading: { kind: 'rules', rules: changed.map(({ after }) => after) } }
    }
  }
}

const noChange = ''

/** The text of a file with one replacement made. */
export function withReplacement(text: string, { span, text: replacement }: Replacement): string {
  return text.slice(0, span.start) + replacement + text.slice(span.end)
}

function mutantOf(rule: Rule, operator: MutationOperator, edit: Edit, ids: Map<string, number>): Mutant {
  const { node, variant, span, text } = edit
  const name = [operator, node, ...(variant === '' ? [] : [variant])].join('/')
  const count = (ids.get(name) ?? 0) + 1
  ids.set(name, count)
  const original = rule.source.text.slice(span.start, span.end)
  if (original === text) throw new Error(`the mutant ${name} of ${rule.key} changes nothing`)
  return {
    id: count === 1 ? name : `${name}~${count}`,
    rule: rule.key,
    operator,
    node,
    replacement: { span, text },
    original,
  }
}

function readMutant(
  { replacement }: Mutant,
  { path, text }: Source,
  siblings: readonly Rule[],
  read: ReadFile,
): ReadMutant['reading'] {
  const { rules, problems } = read({ path, text: withReplacement(text, replacement) })
  const keys = new Set(rules.map(({ key }) => key))
  if (siblings.every(({ key }) => keys.has(key))) return { kind: 'rules', rules }
  const error = problems.find(({ severity }) => severity === 'error')
  return { kind: 'unreadable', message: error?.message ?? 'the rule cannot be read' }
}
