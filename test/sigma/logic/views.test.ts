import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import {
  answersOn,
  conditionHolds,
  type Event,
  type Evidence,
  evaluateRule,
  eventOf,
  fieldsFor,
  firesOn,
  firesVia,
  fitsLogSource,
  flattenEvent,
  holdsWhen,
  judge,
  judgeVerdict,
  keptAnswersOf,
  type Leaf,
  partsOf,
  type Rule,
  readRules,
  sourceOf,
  treeHolds,
  treeHoldsWhen,
  type Verdict,
} from '../../../sigma/index.ts'
import { fc, manyRuns } from '../../fast-check.ts'
import { leavesIn } from '../rule-text.ts'
import { conditionWhen, nodeWhen, subsets, type Thought, unionOfMinimal } from './by-definition.ts'
import { anyFields, anyRule } from './random-rule.ts'

function leafEvidence(evidence: Evidence): readonly Evidence[] {
  return evidence.kind === 'leaf' ? [evidence] : evidence.children.flatMap(leafEvidence)
}

/** What the evidence says of each leaf: what every other view is held to. */
function answersIn(rule: Rule, event: Event): ReadonlyMap<Leaf, boolean> {
  const evidence = [...evaluateRule(rule, event).identifiers.values()].flatMap(leafEvidence)
  return new Map(leavesIn(rule).map((leaf, at) => [leaf, evidence[at]?.matched ?? false]))
}

/** The views that say whether the rule fires, all against the evidence. */
function assertFiring(rule: Rule, event: Event): void {
  const { condition, identifiers } = evaluateRule(rule, event)
  const { matched } = condition
  const answers = answersOn(fieldsFor(rule.logsource, event))
  const fires = matched && fitsLogSource(rule.logsource, event)
  assert.equal(conditionHolds(rule, event), matched, 'conditionHolds')
  assert.equal(firesOn(rule, event), fires, 'firesOn')
  assert.equal(holdsWhen(rule, answers), matched, 'holdsWhen')
  for (const [leaf, known] of answersIn(rule, event)) assert.equal(answers(leaf), known, leaf.id)
  const kept = keptAnswersOf(rule)(fieldsFor(rule.logsource, event))
  for (const [leaf, answer] of answersIn(rule, event)) {
    for (const asked of [leaf, leaf, { ...leaf }]) assert.equal(kept(asked), answer, `keptAnswersOf ${leaf.id}`)
  }
  for (const { name, predicate } of rule.identifiers) {
    assert.equal(treeHoldsWhen(predicate, answers), identifiers.get(name)?.matched, name)
    assert.equal(treeHolds(predicate, fieldsFor(rule.logsource, event)), identifiers.get(name)?.matched, name)
  }
  assert.equal(judgeVerdict(rule, event).verdict.kind === 'fires', fires, 'judgeVerdict')
}

/** What a rule says of an event of its log source, by the definitions of the vocabulary. */
function verdictByDefinition(rule: Rule, answers: (leaf: Leaf) => boolean): Verdict {
  if (conditionWhen(rule, answers)) return { kind: 'fires' }
  const filters = partsOf(rule).filters
  const names = rule.identifiers.map(({ name }) => name)
  const roleOf = new Map(rule.identifiers.map(({ name, role }) => [name, role]))
  const forcingIdentifiers = (set: readonly string[]): Thought => {
    return (node) => (node.kind === 'identifier' && set.includes(node.name) ? roleOf.get(node.name) !== 'filter' : null)
  }
  const holdsForced = (set: readonly string[]): boolean => conditionWhen(rule, answers, forcingIdentifiers(set))
  if (filters.length > 0 && holdsForced(filters)) {
    return { kind: 'suppressed', by: unionOfMinimal(filters, holdsForced) }
  }
  const forcingFields = (set: readonly string[]): Thought => {
    return (node, identifier) => {
      if (node.kind === 'identifier')
        return roleOf.get(node.name) === 'filter' && set.includes(node.name) ? false : null
      if (node.kind !== 'key' && node.kind !== 'leaf') return null
      if (identifier === null || roleOf.get(identifier) === 'filter') return null
      return set.includes(node.field ?? identifier) ? true : null
    }
  }
  const { fields } = partsOf(rule)
  return {
    kind: 'missed',
    identifiers: unionOfMinimal(names, holdsForced),
    fields: unionOfMinimal([...new Set([...names, ...fields])], (set) =>
      conditionWhen(rule, answers, forcingFields(set)),
    ),
  }
}

/** Whether it fires only because of the part: forced false, it would be silent. */
function firesViaByDefinition(rule: Rule, answers: (leaf: Leaf) => boolean, part: string): boolean {
  const isIdentifier = rule.identifiers.some(({ name }) => name === part)
  const filters = partsOf(rule).filters
  return !conditionWhen(rule, answers, (node, identifier) => {
    if (isIdentifier) return node.kind === 'identifier' && node.name === part ? false : null
    if (node.kind !== 'key' && node.kind !== 'leaf') return null
    return node.field === part && !filters.includes(identifier ?? '') ? false : null
  })
}

/** The views that say what decides, how far it is and who is in the way. */
function assertCauses(rule: Rule, event: Event): void {
  const known = answersIn(rule, event)
  const leaves = [...known.keys()]
  const answers = (leaf: Leaf): boolean => known.get(leaf) ?? false
  const flipping = (flipped: readonly Leaf[]): boolean =>
    conditionWhen(rule, (leaf) => answers(leaf) !== flipped.includes(leaf))
  const judgement = judge(rule, event)
  if (judgement.verdict.kind === 'wrong-log-source') {
    assert.ok(!fitsLogSource(rule.logsource, event))
    assert.deepEqual([judgement.decisive.size, judgement.distance], [0, 'far'])
    return
  }
  assert.deepEqual(judgement.verdict, verdictByDefinition(rule, answers))
  const fires = flipping([])
  for (const leaf of leaves) assert.equal(judgement.decisive.has(leaf.id), flipping([leaf]) !== fires, leaf.id)
  const { identifiers, fields } = partsOf(rule)
  for (const part of [...identifiers, ...fields]) {
    assert.equal(firesVia(rule, judgement, part), fires && firesViaByDefinition(rule, answers, part), part)
  }
  const farthest = leaves.length > 16 ? 2 : 3
  const least = [0, 1, 2, 3].slice(0, farthest + 1).find((size) => subsets(leaves, size).some(flipping))
  if (least !== undefined) assert.equal(judgement.distance, least)
  else assert.ok(judgement.distance === 'far' || (farthest === 2 && judgement.distance === 3))
}

describe('every view of a rule agrees with the evidence', () => {
  test('which mirrors the tree', () => {
    fc.assert(
      fc.property(anyRule, anyFields, (rule, fields) => {
        const event = eventOf(fields)
        const known = answersIn(rule, event)
        const answers = (leaf: Leaf): boolean => known.get(leaf) ?? false
        const { condition, identifiers } = evaluateRule(rule, event)
        assert.equal(condition.matched, conditionWhen(rule, answers))
        for (const { name, predicate } of rule.identifiers) {
          assert.equal(identifiers.get(name)?.matched, nodeWhen(rule, predicate, answers), name)
        }
      }),
      { numRuns: manyRuns(300) },
    )
  })

  test('whether it fires', () => {
    fc.assert(
      fc.property(anyRule, anyFields, (rule, fields) => assertFiring(rule, eventOf(fields))),
      { numRuns: manyRuns(500) },
    )
  })

  test('whatever its leaves may answer', () => {
    fc.assert(
      fc.property(anyRule, fc.infiniteStream(fc.boolean()), (rule, stream) => {
        const matched = new Set(leavesIn(rule).filter(() => stream.next().value))
        const answers = (leaf: Leaf): boolean => matched.has(leaf)
        assert.equal(holdsWhen(rule, answers), conditionWhen(rule, answers))
      }),
      { numRuns: manyRuns(500) },
    )
  })

  test('who decides, how far it is and what is in the way', () => {
    fc.assert(
      fc.property(anyRule, anyFields, (rule, fields) => assertCauses(rule, eventOf(fields))),
      { numRuns: manyRuns(300) },
    )
  })
})

const { SIGMAPROOF_RULES: rulesFolder, SIGMAPROOF_EVENTS: eventsFolder } = process.env
const skip = rulesFolder === undefined || eventsFolder === undefined ? 'SIGMAPROOF_RULES or SIGMAPROOF_EVENTS' : false

/** Every so many of the recorded events, of every file. */
function recorded(each: number): readonly Event[] {
  return globSync('*.ndjson*', { cwd: eventsFolder ?? '' })
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(eventsFolder ?? '', name))
      const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
      return lines.filter((line, at) => line !== '' && at % each === 0).map((line) => flattenEvent(JSON.parse(line)))
    })
}

describe('on public rules and recorded events', { skip }, () => {
  const rules = globSync('rules*/**/*.yml', { cwd: rulesFolder ?? '' })
    .sort()
    .flatMap((path) => readRules(sourceOf(path, readFileSync(join(rulesFolder ?? '', path), 'utf8'))).rules)

  test('whether a rule fires', () => {
    let fired = 0
    for (const event of recorded(1_000)) {
      for (const rule of rules) {
        if (!fitsLogSource(rule.logsource, event)) continue
        assertFiring(rule, event)
        fired += Number(firesOn(rule, event))
      }
    }
    assert.ok(fired > 0)
  })

  test('who decides, how far it is and what is in the way', () => {
    const small = rules.filter((rule) => leavesIn(rule).length <= 16 && partNames(rule) <= 10)
    let judged = 0
    for (const event of recorded(8_000)) {
      for (const rule of small) {
        if (!fitsLogSource(rule.logsource, event)) continue
        assertCauses(rule, event)
        judged += 1
      }
    }
    assert.ok(judged > 1_000)
  })
})

function partNames(rule: Rule): number {
  return rule.identifiers.length + partsOf(rule).fields.length
}
