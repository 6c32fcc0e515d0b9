import { writeSync } from 'node:fs'
import { type Goal, solve } from '../generators/index.ts'
import { type PassedScenario, suiteOf } from '../measures/index.ts'
import { juryFor } from '../measures/mutation/jury.ts'
import type { Changed, Mutant } from '../measures/mutation/mutant.ts'
import { mutantsOf } from '../measures/mutation/mutants-of.ts'
import { proveEquivalent } from '../measures/mutation/prove-equivalent.ts'
import { changedWorld } from '../measures/mutation/rule-world.ts'
import { type Event, type Expectation, judge, leavesOf, meaningOf, partsOf, type Rule } from '../sigma/index.ts'
import { activeRules } from './corpus.ts'

// Makes observations for every Windows rule of a folder laid out like SigmaHQ's repository, judges all mutants by them, and
// prints mutants per second of processor time; the proofs of survivors are timed by themselves, for every so-manieth rule:
//   SIGMAPROOF_RULES=path node bench/mutate-corpus.ts [--every=10] [--prove-every=20]

const seed = 'sigmaproof'
/** Events made for each rule at most. */
const mostEvents = 20

const root = process.env.SIGMAPROOF_RULES
if (root === undefined) throw new Error('SIGMAPROOF_RULES is not set: a folder laid out like SigmaHQ/sigma')
const every = numberIn('every', 1)
const proveEvery = numberIn('prove-every', 20)
// The corpus repeats no key, but placeholders were put in: what reads a rule again has to put in the same.
const rules = activeRules(root)
  .filter(({ logsource, source }) => logsource.product === 'windows' && !source.text.includes('|expand'))
  .filter((_, index) => index % every === 0)

const readings = [...Map.groupBy(rules, ({ source }) => source.path).values()].map((own) => ({
  rules: own,
  correlations: [],
  filters: [],
  rejected: [],
  problems: [],
  ids: [],
}))
const made = timed(() => rules.flatMap((rule) => observationsOf(rule)))
const suite = timed(() => suiteOf({ rules, correlations: [], unreported: new Set(), readings }, made.value))
let [mutants, killed, survived, unreadable] = [0, 0, 0, 0]
const open: (readonly [mutant: Mutant, changed: Changed])[] = []
const judged = timed(() => {
  for (const [index, rule] of rules.entries()) {
    if (index % 50 === 0) writeSync(2, `\r${index} of ${rules.length} rules`)
    const scope = suite.value.scopeOf(rule)
    const jury = juryFor(suite.value, scope)
    for (const { mutant, reading } of mutantsOf(rule, scope, {}, suite.value.examplesOf(rule))) {
      mutants += 1
      if (reading.kind === 'unreadable') unreadable += 1
      else if (jury.killerIn(changedWorld(suite.value.world, reading)) !== null) killed += 1
      else {
        survived += 1
        if (index % proveEvery === 0) open.push([mutant, reading])
      }
    }
  }
})
writeSync(2, '\r\x1b[K')
print(`${rules.length} rules, ${made.value.length} observations made in ${seconds(made.milliseconds)}`)
print(`suite held against the rules in ${seconds(suite.milliseconds)}`)
print(`${mutants} mutants: ${killed} killed, ${survived} survived, ${unreadable} cannot be read`)
print(`judged in ${seconds(judged.milliseconds)}: ${perSecond(mutants, judged.milliseconds)} mutants per second`)
const proved = timed(() => open.map(([mutant, changed]) => proveEquivalent(mutant, suite.value.world, changed, seed)))
const ignored = proved.value.filter(({ kind }) => kind === 'ignored').length
const unknown = proved.value.filter((state) => state.kind === 'survived' && state.limit !== null).length
print(
  `${open.length} survivors of every ${proveEvery}th rule: ${ignored} proved the same, ${unknown} left open, ` +
    `in ${seconds(proved.milliseconds)}: ${perSecond(open.length, proved.milliseconds)} per second`,
)

/** Scenarios that take each event as it is: one that fires, one for each filter, and ones that leaves decide. */
function observationsOf(rule: Rule): readonly PassedScenario[] {
  const leaves = rule.identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)].map(({ id }) => id))
  const all: readonly Goal[] = [
    { kind: 'fires' },
    ...partsOf(rule).filters.map((filter): Goal => ({ kind: 'suppressed', filters: [filter] })),
    ...leaves.flatMap((leaf) => [true, false].map((matched): Goal => ({ kind: 'decisive', leaf, matched }))),
  ]
  return all.slice(0, mostEvents).flatMap((goal, index) => {
    const answer = solve([rule], goal, { count: 1, chance: `${rule.key} ${index}`, seed })
    const [witness] = answer.kind === 'witness' ? answer.events : []
    return witness === undefined ? [] : [scenarioOf(rule, witness, index)]
  })
}

function scenarioOf(rule: Rule, { origin, fields }: Event, index: number): PassedScenario {
  const place = { uri: `features/${rule.key}.feature`, line: index + 1, name: `${index}` }
  return {
    ...place,
    statements: [],
    observations: [
      {
        version: 2,
        rule: rule.key,
        meaning: meaningOf(rule),
        expected: expectedOf(rule, { origin, fields }),
        held: true,
        knownGap: null,
        scenario: { ...place, stepLine: index + 1, stepText: '' },
        recipe: { seed, steps: [{ kind: 'verbatim', events: [{ origin, fields }] }] },
        events: { kind: 'whole', events: [{ origin, fields, stated: 'every', breaches: [], time: 0 }] },
      },
    ],
  }
}

function expectedOf(rule: Rule, event: Event): Expectation {
  const { verdict } = judge(rule, event)
  switch (verdict.kind) {
    case 'fires':
      return { kind: 'fires' }
    case 'suppressed':
      return { kind: 'suppressed', filters: verdict.by }
    case 'missed':
      return { kind: 'silent-because', parts: verdict.fields }
    case 'wrong-log-source':
      return { kind: 'wrong-log-source' }
  }
}

/** Processor time, because the machine may have other work. */
function timed<Value>(work: () => Value): { readonly value: Value; readonly milliseconds: number } {
  const started = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(started)
  return { value, milliseconds: (user + system) / 1000 }
}

function numberIn(name: string, otherwise: number): number {
  const prefix = `--${name}=`
  return Number(process.argv.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? otherwise)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function perSecond(count: number, milliseconds: number): string {
  return ((1000 * count) / Math.max(1, milliseconds)).toFixed(0)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
