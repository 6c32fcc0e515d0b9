import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Matcher } from '../../matching/index.ts'
import {
  type Event,
  evaluateRule,
  eventOf,
  type Fields,
  fitsLogSource,
  type Placeholders,
  type Rule,
  readRules,
  sourceOf,
} from '../../sigma/index.ts'
import { fc, manyRuns } from '../fast-check.ts'
import { recordedEvents } from '../generators/realism/recorded.ts'
import { smallRule } from '../generators/solver/random-rules.ts'
import { corpusRules } from '../sigma/corpus-rules.ts'
import { caseFiles, casesIn } from '../sigma/sigma-case.ts'

/** Puts every promise of a matcher to the test; each kind of matcher is put through it. */
export function matcherContract(name: string, matcherOf: (rules: readonly Rule[]) => Matcher): void {
  function agrees(rules: readonly Rule[], events: readonly Event[]): void {
    const matcher = matcherOf(rules)
    for (const event of events) {
      const candidates = rules.filter(({ logsource }) => fitsLogSource(logsource, event))
      const firing = candidates.filter((rule) => evaluateRule(rule, event).condition.matched)
      // What a matcher remembers of an event must not change what it says.
      for (const _ of ['the first time', 'again']) {
        assert.deepEqual(keysOf(matcher.candidates(event)), keysOf(candidates))
        assert.deepEqual(keysOf(matcher.firing(event)), keysOf(firing))
      }
    }
  }

  describe(`the ${name} matcher`, () => {
    test('says of no rules that none fires', () => agrees([], [eventOf({ A: 'a' })]))

    test('fires the cases of the specification as they are evaluated, each among all others', () => {
      const cases = caseFiles.flatMap(casesIn)
      const rules = cases.flatMap(({ detection, placeholders = {} }, index) =>
        rulesIn(`logsource: {product: windows}\ndetection: ${detection}\n`, index, placeholders),
      )
      agrees(
        rules,
        cases.filter((_, index) => index % 5 === 0).map(({ event }) => eventOf(event)),
      )
      for (const [index, { expect, event, detection, placeholders = {} }] of cases.entries()) {
        const own = rulesIn(`logsource: {product: windows}\ndetection: ${detection}\n`, index, placeholders)
        const { length } = matcherOf(own).firing(eventOf(event))
        assert.equal(length, expect === 'match' ? 1 : 0, cases[index]?.id)
      }
    })

    test('asks the log source first, whoever shares it', () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(smallRule, logSource), { minLength: 1, maxLength: 8 }),
          fc.array(event, { minLength: 1, maxLength: 6 }),
          (texts, events) => {
            const rules = texts.flatMap(([text, source], index) =>
              rulesIn(text.replace(/title: X\nlogsource:\n {2}product: other\n/, `logsource: ${source}\n`), index),
            )
            agrees(rules, events.map(eventOf))
          },
        ),
        { numRuns: manyRuns(150) },
      )
    })

    const [rulesFolder, eventsFolder] = [process.env.SIGMAPROOF_RULES, process.env.SIGMAPROOF_EVENTS]
    const skip =
      rulesFolder === undefined || eventsFolder === undefined ? 'no SIGMAPROOF_RULES, SIGMAPROOF_EVENTS' : false
    test('fires the public rules on recorded events', { skip }, () => {
      const recorded = recordedEvents(eventsFolder ?? '', /\.ndjson/)
      agrees(
        corpusRules(rulesFolder ?? ''),
        recorded.filter((_, index) => index % 293 === 0),
      )
    })
  })
}

function rulesIn(text: string, index: number, placeholders: Placeholders = {}): readonly Rule[] {
  return readRules(sourceOf(`rules/${index}.yml`, `title: A case\n${text}`), { placeholders }).rules
}

function keysOf(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ key }) => key)
}

const logSource: fc.Arbitrary<string> = fc.constantFrom(
  '{product: other}',
  '{product: windows}',
  '{product: Windows}',
  '{product: linux, service: sysmon}',
  '{product: windows, service: sysmon}',
  '{product: windows, service: security}',
  '{product: windows, category: process_creation}',
  '{product: windows, category: Process_Creation}',
  '{product: windows, category: registry_add}',
  '{product: windows, category: registry_event}',
  '{category: process_creation}',
  '{category: antivirus}',
  '{category: nothing_known}',
)

/** Fields A and B as small rules read them, and where the event comes from. */
const event: fc.Arbitrary<Fields> = fc
  .record({
    A: fc.option(fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'bab', 'aa'), { nil: undefined }),
    B: fc.option(fc.constantFrom('', 'a', 'b', 'ab', 'aab'), { nil: undefined }),
    Channel: fc.option(fc.constantFrom('Microsoft-Windows-Sysmon/Operational', 'Security', 'Other', 'Linux-Sysmon'), {
      nil: undefined,
    }),
    Provider_Name: fc.option(fc.constantFrom('Microsoft-Windows-Sysmon', 'Microsoft-Windows-Security-Auditing'), {
      nil: undefined,
    }),
    EventID: fc.option(fc.constantFrom(1, 12, 13, 4657, 4688, '4688', 'none'), { nil: undefined }),
    EventType: fc.option(fc.constantFrom('CreateKey', 'DeleteValue', 'INFO'), { nil: undefined }),
    OperationType: fc.option(fc.constantFrom('%%1904', '%%1906'), { nil: undefined }),
    NewProcessName: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  })
  .map((fields) =>
    Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  )
