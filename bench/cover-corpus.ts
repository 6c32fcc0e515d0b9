import { writeSync } from 'node:fs'
import { type Goal, solve } from '../generators/index.ts'
import { type Coverage, cover, type Observation, provePoints, type RunObservation } from '../measures/index.ts'
import {
  type Event,
  evaluateRule,
  eventOf,
  fitsLogSource,
  leavesOf,
  meaningOf,
  partsOf,
  type Rule,
} from '../sigma/index.ts'
import { activeRules } from './corpus.ts'
import { rulesFolder } from './data.ts'
import { cpuOf } from './measuring/cpu.ts'

// Covers the rules of a folder laid out like SigmaHQ's repository by generated observations and prints what that takes, in
// multiples of evaluating them once; then, for every so-manieth rule, what proving the uncovered points takes, cold and warm:
//   SIGMAPROOF_RULES=path node bench/cover-corpus.ts [--every=1] [--prove-every=20]

const seed = 'sigmaproof'
const eventsOfARule = 20

const every = numberIn('every', 1)
const proveEvery = numberIn('prove-every', 20)
// Files without a path of their own repeat a key in no corpus; a rule without a solvable event has nothing to observe.
const rules = activeRules(rulesFolder()).filter((_, index) => index % every === 0)

const made = cpuOf(() =>
  rules.map((rule, index) => {
    if (index % 50 === 0) writeSync(2, `\r${index} of ${rules.length} rules`)
    return { rule, events: eventsFor(rule) }
  }),
)
writeSync(2, '\r\x1b[K')
const observations = made.value.flatMap(({ rule, events }) => events.map((event) => observationOf(rule, event)))
print(`${rules.length} rules, ${observations.length} observations, made in ${made.cpu.toFixed(1)} s of CPU`)

// What deciding whether a rule fires takes, with evidence: the log source gate and every node.
const evaluate = () =>
  made.value.map(({ rule, events }) =>
    events.filter((event) => fitsLogSource(rule.logsource, event) && evaluateRule(rule, event).condition.matched),
  )
const coverAll = () => cover({ rules, correlations: [] }, observations)
const evaluated = leastOf(evaluate)
const covered = leastOf(coverAll)
const coverage = coverAll()
print(`evaluated once in ${evaluated.toFixed(2)} s, covered in ${covered.toFixed(2)} s of CPU`)
print(`coverage takes ${(covered / evaluated).toFixed(2)} times what evaluating takes`)

const some = new Set(rules.filter((_, index) => index % proveEvery === 0).map((rule) => rule.key))
const part: Coverage = {
  rules: coverage.rules.filter(({ rule }) => some.has(rule)),
  observations: coverage.observations.filter(({ observation }) => some.has(observation.rule)),
}
const open = part.rules.flatMap(({ points }) => points.filter(({ coveredBy }) => coveredBy.length === 0)).length
const cold = cpuOf(() => provePoints(rules, part))
const warm = cpuOf(() => provePoints(rules, part, { known: cold.value.proofs }))
const proven = cold.value.coverage.rules.flatMap(({ points }) => points)
const impossible = proven.filter((point) => point.impossible !== null)
const ofLogic = impossible.filter((point) => point.impossible?.world === 'logic').length
const unknown = proven.filter((point) => point.unknown !== null).length
print(`${open} uncovered points of ${some.size} rules, ${proven.length} points in all`)
print(`impossible: ${ofLogic} by logic, ${impossible.length - ofLogic} of the source; unknown: ${unknown}`)
print(`cold ${(open / cold.cpu).toFixed(0)} points per second, warm ${(open / warm.cpu).toFixed(0)}`)

/** What scenarios may look at: firing, silent, kept silent by each filter, decided by single values; then fields left out. */
function eventsFor(rule: Rule): readonly Event[] {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  const goals: readonly Goal[] = [
    { kind: 'fires' },
    { kind: 'silent' },
    ...partsOf(rule).filters.map((filter): Goal => ({ kind: 'suppressed', filters: [filter] })),
    ...leaves.slice(0, 2).map(({ id }): Goal => ({ kind: 'decisive', leaf: id, matched: false })),
  ]
  const solved = goals.slice(0, 6).flatMap((goal) => {
    const answer = solve([rule], goal, { count: 1, chance: JSON.stringify(goal), seed })
    return answer.kind === 'witness' ? answer.events : []
  })
  const [first] = solved
  const names = leaves.flatMap(({ field }) => (field === null ? [] : [field]))
  const fewer = [...new Set(names)].map((name) =>
    eventOf(Object.fromEntries(Object.entries(first?.fields ?? {}).filter(([key]) => key !== name))),
  )
  const different: readonly Event[] = [...solved, ...fewer]
  return Array.from({ length: eventsOfARule }, (_, index) => different[index % different.length]).filter(
    (event) => event !== undefined,
  )
}

function observationOf(rule: Rule, { origin, fields }: Event): RunObservation {
  const observation: Observation = {
    version: 2,
    rule: rule.key,
    meaning: meaningOf(rule),
    expected: { kind: 'silent' },
    held: true,
    knownGap: null,
    scenario: { uri: 'features/bench.feature', name: 'Bench', line: 3, stepLine: 5, stepText: 'the rule is silent' },
    recipe: { seed, steps: [] },
    events: { kind: 'whole', events: [{ origin, fields, stated: 'every', breaches: [], time: 0 }] },
  }
  return { observation, passed: true }
}

/** The least of several rounds: what the work takes where nothing else is in the way. */
function leastOf(work: () => unknown): number {
  return Math.min(...Array.from({ length: 5 }, () => cpuOf(work).cpu))
}

function numberIn(name: string, otherwise: number): number {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`))
  return found === undefined ? otherwise : Number(found.slice(name.length + 3))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
