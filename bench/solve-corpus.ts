import { writeSync } from 'node:fs'
import { chanceOf } from '../generators/chance.ts'
import { type Answer, type Goal, solve } from '../generators/index.ts'
import { leavesOf, partsOf, type Rule } from '../sigma/index.ts'
import { activeRules, logSourceName } from './corpus.ts'
import { rulesFolder } from './data.ts'

// Solves every rule of a folder laid out like SigmaHQ's repository and prints what came of it, goal by goal:
//   SIGMAPROOF_RULES=path node bench/solve-corpus.ts [fires] [filters] [leaves]

/** Leaves of one rule that are tried, drawn by the seed. */
const mostLeaves = 50
const seed = 'sigmaproof'

const columns = ['realistic', 'undescribed', 'unrealistic', 'logic', 'source', 'source+event', 'unknown'] as const
type Column = (typeof columns)[number]

interface Asked {
  readonly table: 'fires' | 'filters' | 'leaf true' | 'leaf false'
  readonly goal: Goal
  readonly what: string
}

interface Outcome extends Asked {
  readonly rule: Rule
  readonly answer: Answer
  readonly milliseconds: number
}

const wanted = process.argv.slice(2).filter((word) => ['fires', 'filters', 'leaves'].includes(word))
const every = Number(process.argv.find((word) => /^--every=\d+$/.test(word))?.slice(8) ?? '1')
const asks = new Set(wanted.length === 0 ? ['fires', 'filters', 'leaves'] : wanted)

const rules = activeRules(rulesFolder()).filter((_, index) => index % every === 0)
const started = performance.now()
const outcomes = rules.flatMap((rule, index) => {
  if (index % 50 === 0) {
    const seconds = Math.floor((performance.now() - started) / 1000)
    writeSync(2, `\r${index} of ${rules.length} rules, ${seconds} s`)
  }
  return askedOf(rule).map((asked) => outcomeOf(rule, asked))
})
writeSync(2, '\r\x1b[K')
printAll((performance.now() - started) / 1000)

function askedOf(rule: Rule): readonly Asked[] {
  const asked: Asked[] = []
  if (asks.has('fires')) asked.push({ table: 'fires', goal: { kind: 'fires' }, what: '' })
  if (asks.has('filters')) {
    for (const filter of partsOf(rule).filters) {
      asked.push({ table: 'filters', goal: { kind: 'suppressed', filters: [filter] }, what: filter })
    }
  }
  if (asks.has('leaves') && rule.logsource.product === 'windows') {
    const leaves = rule.identifiers
      .filter(({ role }) => role !== 'unused')
      .flatMap(({ predicate }) => [...leavesOf(predicate)])
    const drawn =
      leaves.length <= mostLeaves
        ? leaves
        : chanceOf(seed, 'leaves', rule.key).helpers.arrayElements(leaves, mostLeaves)
    for (const { id } of drawn) {
      asked.push({ table: 'leaf true', goal: { kind: 'decisive', leaf: id, matched: true }, what: id })
      asked.push({ table: 'leaf false', goal: { kind: 'decisive', leaf: id, matched: false }, what: id })
    }
  }
  return asked
}

function outcomeOf(rule: Rule, asked: Asked): Outcome {
  const from = performance.now()
  const answer = solve([rule], asked.goal, { count: 1, chance: `${rule.key} ${asked.what}`, seed })
  return { ...asked, rule, answer, milliseconds: performance.now() - from }
}

function columnOf(answer: Answer): Column {
  switch (answer.kind) {
    case 'unknown':
      return 'unknown'
    case 'impossible':
      if (answer.world === 'logic') return 'logic'
      return answer.events.length > 0 ? 'source+event' : 'source'
    case 'witness': {
      if (answer.events.some(({ breaches }) => breaches.length > 0)) return 'unrealistic'
      return answer.events.some(({ eventId }) => eventId === null) ? 'undescribed' : 'realistic'
    }
  }
}

function printAll(seconds: number): void {
  for (const table of ['fires', 'filters', 'leaf true', 'leaf false'] as const) {
    const of = outcomes.filter((outcome) => outcome.table === table)
    if (of.length === 0) continue
    printTable(table, of)
    const proved = of.filter(({ answer }) => answer.kind === 'impossible' && answer.world === 'logic')
    if (table === 'fires' || table === 'filters') printList(`${table}: impossible by logic`, proved)
    printFacts(table, of)
    printList(`${table}: unknown`, of.filter(({ answer }) => answer.kind === 'unknown').slice(0, 60))
  }
  const each = new Map<string, number>()
  for (const { rule, milliseconds } of outcomes) each.set(rule.key, (each.get(rule.key) ?? 0) + milliseconds)
  const slowest = [...each].sort(([, one], [, other]) => other - one).slice(0, 10)
  print(
    `\n${rules.length} rules, ${outcomes.length} goals in ${seconds.toFixed(1)} s: ${(rules.length / seconds).toFixed(1)} rules per second`,
  )
  print('slowest:')
  for (const [key, milliseconds] of slowest) print(`  ${(milliseconds / 1000).toFixed(2)} s  ${key}`)
}

function printTable(title: string, of: readonly Outcome[]): void {
  print(`\n## ${title}\n`)
  print(`| log source | goals | ${columns.join(' | ')} | decided |`)
  print(`|---|${'---:|'.repeat(columns.length + 2)}`)
  const names = [...new Set(of.map(({ rule }) => logSourceName(rule)))].sort()
  for (const name of names)
    printRow(
      name,
      of.filter(({ rule }) => logSourceName(rule) === name),
    )
  printRow('all', of)
}

function printRow(name: string, of: readonly Outcome[]): void {
  const counts = columns.map((column) => of.filter(({ answer }) => columnOf(answer) === column).length)
  const unknown = counts.at(-1) ?? 0
  print(
    `| ${name} | ${of.length} | ${counts.join(' | ')} | ${(Math.floor((1 - unknown / of.length) * 1000) / 10).toFixed(1)} % |`,
  )
}

function printList(title: string, of: readonly Outcome[]): void {
  if (of.length === 0) return
  print(`\n${title} (${of.length}):`)
  for (const { rule, what, answer } of of) {
    print(`  ${rule.key} ${what}`)
    if (answer.kind === 'impossible')
      print(`    ${answer.reason}\n    ${companionOf(rule, what) ?? answer.clash.slice(0, 4).join(' || ')}`)
    if (answer.kind === 'unknown') print(`    ${answer.limit}`)
  }
}

/** What a filter that stops nothing alone stops events together with, where that is one other filter. */
function companionOf(rule: Rule, filter: string): string | null {
  const { filters } = partsOf(rule)
  const companion = filters.find((other) => {
    if (other === filter) return false
    const goal: Goal = { kind: 'suppressed', filters: [filter, other] }
    return solve([rule], goal, { count: 1, chance: `${rule.key} ${filter} ${other}`, seed }).kind === 'witness'
  })
  return companion === undefined ? null : `it stops some events together with ${companion}, none alone`
}

/** What is impossible by source, by the fact that the reason names. */
function printFacts(title: string, of: readonly Outcome[]): void {
  const facts = new Map<string, number>()
  for (const { answer } of of) {
    if (answer.kind !== 'impossible' || answer.world === 'logic') continue
    const fact = /\(([a-z- ]+)\)$/.exec(answer.reason)?.[1] ?? 'one value a field'
    facts.set(fact, (facts.get(fact) ?? 0) + 1)
  }
  if (facts.size === 0) return
  print(`\n${title}: impossible by source, by fact:`)
  for (const [fact, count] of [...facts].sort(([, one], [, other]) => other - one).slice(0, 25))
    print(`  ${count}  ${fact}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
