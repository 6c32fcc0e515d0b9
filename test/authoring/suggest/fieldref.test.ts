import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionFor, suggestionsFor } from '../../../authoring/index.ts'
import { stepsOf } from '../../../authoring/suggest/draft.ts'
import { activeRules } from '../../../bench/corpus.ts'
import { playRecipe, solve } from '../../../generators/index.ts'
import { pointsOf, type Suggestion } from '../../../measures/index.ts'
import { judge, meets, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { aRule } from '../../measures/rule-factory.ts'
import { aMutant } from './mutant-factory.ts'

const seed = 'sigmaproof'
const runs = 120

/** What fails of a suggestion when it stands in many places, or runs with many seeds. */
function failuresOf(rule: Rule, suggestion: Suggestion): readonly string[] {
  const failures = Array.from({ length: runs }, (_, run) => {
    const steps = stepsOf(suggestion, `rules/${run}.feature ${run % 7}`)
    const events = playRecipe({ seed: run % 2 === 0 ? seed : `${run}`, steps }, () => rule).events
    return events.every((event) => meets(rule, judge(rule, event), suggestion.expected)) ? [] : [run]
  }).flat()
  if (failures.length === 0) return []
  const told = JSON.stringify([suggestion.event, suggestion.changes, suggestion.expected])
  return [`${rule.key}: ${failures.length} of ${runs} runs of ${told}`]
}

/** The scenarios that tell the rule from itself with a line of its text left out, or a letter or digit of a value. */
function curesOf(rule: Rule): readonly Suggestion[] {
  const { path, text } = rule.source
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const shorter = line.replace(/\\\w|\d$/, '')
    const others = shorter === line ? [] : [shorter]
    const changed = [lines.toSpliced(index, 1, ...others).join('\n'), lines.toSpliced(index, 1).join('\n')]
    return changed.flatMap((each) => readRules(sourceOf(path, each)).rules).flatMap((mutant) => cureOf(rule, mutant))
  })
}

function cureOf(rule: Rule, after: Rule): readonly Suggestion[] {
  const answer = solve([rule, after], { kind: 'differ' }, { count: 1, chance: 'test', seed })
  const [witness] = answer.kind === 'witness' ? answer.events : []
  if (witness === undefined) return []
  return [suggestionFor(rule, witness, { kind: 'mutant', mutant: aMutant('x'), after })].filter((cure) => cure !== null)
}

/** Chance may be kind to one rule. */
const processRules = Array.from(
  { length: 12 },
  (_, index) => `title: Spawned for another account
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|endswith: '\\lp${index}.exe'
    filter_main_same:
        User|fieldref: ParentUser
    condition: selection and not filter_main_same
`,
)

const own = [
  `selection:
    DestinationPort: 631
filter_main_same:
    SourcePort|fieldref: DestinationPort
condition: selection and not filter_main_same`,
  `selection:
    SourceIp|fieldref: DestinationIp
    Initiated: 'true'
condition: selection`,
  `selection:
    Image|endswith: '\\lp.exe'
filter_main_own:
    Image|fieldref|startswith: User
    User|fieldref|contains: SourceHostname
condition: selection and not 1 of filter_main_*`,
]
  .map((detection, index) => aRule(detection, `rules/own-${index}.yml`))
  .concat(processRules.flatMap((text, index) => readRules(sourceOf(`rules/process-${index}.yml`, text)).rules))

const corpus = process.env.SIGMAPROOF_RULES
const ofCorpus =
  corpus === undefined ? [] : activeRules(corpus).filter(({ source }) => source.text.includes('|fieldref'))

test('a suggestion for a rule that compares two fields holds wherever it stands', () => {
  assert.ok(corpus === undefined || ofCorpus.length > 3)
  let told = 0
  for (const rule of [...own, ...ofCorpus]) {
    const { suggestions } = suggestionsFor(rule, pointsOf(rule), { seed, most: 200 })
    assert.ok(suggestions.length > 1)
    const cures = curesOf(rule)
    told += cures.length
    assert.deepEqual(
      [...suggestions, ...cures].flatMap((suggestion) => failuresOf(rule, suggestion)),
      [],
    )
  }
  assert.ok(told > 15, `${told} cures`)
})
