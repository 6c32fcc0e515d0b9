import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { correlationRules } from '../correlation-rules.ts'
import { runProject, type ScenarioResult } from '../run-feature.ts'

async function run(steps: readonly string[], tags = '', settings = {}): Promise<ScenarioResult> {
  const feature = `Feature: Trial\n\n${tags}\nScenario: Trial\n${steps.join('\n')}\n`
  const [result] = await runProject({ files: { ...correlationRules, 'features/trial.feature': feature }, settings })
  assert.ok(result !== undefined)
  return result
}

const bruteForce = 'Given the rule "Brute force"'
const failures = (count: number, within: string) => `And ${count} events matching "Failed logon" within ${within}`

describe('a correlation under test', () => {
  const passing: readonly { readonly about: string; readonly steps: readonly string[] }[] = [
    { about: 'as many events as it takes', steps: [bruteForce, failures(5, '10 minutes'), 'Then the rule fires'] },
    {
      about: 'the fifth failure a second too late',
      steps: [
        bruteForce,
        failures(4, '10 minutes'),
        'When 1 second passes',
        'And an event matching "Failed logon"',
        'Then the rule is silent',
      ],
    },
    {
      about: 'the fifth failure at the very end of the window',
      steps: [
        bruteForce,
        failures(4, '9 minutes'),
        'When 60 seconds pass',
        'And an event matching "failed_logon"',
        'Then the rule fires',
      ],
    },
    {
      about: 'events of one instant',
      steps: ['Given 5 events matching "Failed logon"', 'Then the rule "Brute force" fires exactly 1 time'],
    },
    {
      about: 'a window that the fifth of six leaves',
      steps: [bruteForce, failures(6, '12 minutes'), 'Then the rule fires exactly 1 time'],
    },
    {
      about: 'events spread too thin',
      steps: [bruteForce, failures(5, '11 minutes'), 'Then the rule fires exactly 0 times'],
    },
    {
      about: 'two runs with a rest between',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'When 1 hour passes',
        failures(5, '1 minute'),
        'Then the rule fires exactly 2 times',
      ],
    },
    {
      about: 'two users who fail too seldom each',
      steps: [
        bruteForce,
        failures(4, '1 minute'),
        'When 0 seconds pass',
        failures(4, '1 minute'),
        'And its TargetUserName is "bert"',
        'Then the rule is silent',
      ],
    },
    {
      about: 'one user among others',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'And its TargetUserName is "anna"',
        'When 1 second passes',
        failures(4, '1 minute'),
        'And its TargetUserName is "bert"',
        'Then the rule fires only for TargetUserName "anna"',
      ],
    },
    {
      about: 'rules in the order listed',
      steps: [
        'Given the rule "Shell talks"',
        'And an event matching "Shell started"',
        'When 60 seconds pass',
        'And an event matching "Shell connects"',
        'Then the rule fires',
      ],
    },
    {
      about: 'rules at one instant, which counts as ordered',
      steps: [
        'Given the rule "Shell talks"',
        'And an event matching "Shell connects"',
        'When 0 seconds pass',
        'And an event matching "Shell started"',
        'Then the rule fires',
      ],
    },
    {
      about: 'rules in another order',
      steps: [
        'Given the rule "Shell talks"',
        'And an event matching "Shell connects"',
        'When 1 second passes',
        'And an event matching "Shell started"',
        'Then the rule is silent',
      ],
    },
    {
      about: 'different values',
      steps: [
        'Given the rule "Many ports"',
        'And an event matching "Shell connects"',
        'And its DestinationPort is each of:',
        '| 1 | 2 | 3 |',
        'Then the rule fires',
      ],
    },
    {
      about: 'the same values again',
      steps: [
        'Given the rule "Many ports"',
        'And these network connection events:',
        '| time       | Image                       | Initiated | DestinationPort |',
        '| 0 seconds  | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 80              |',
        '|            | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 443             |',
        '| 2 minutes  | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 80              |',
        'Then the rule is silent',
        'And the rule "Shell connects" fires',
      ],
    },
    {
      about: 'different values in the time column',
      steps: [
        'Given the rule "Many ports"',
        'And these network connection events:',
        '| time       | Image                       | Initiated | DestinationPort |',
        '| 5 minutes  | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 22              |',
        '| 0 seconds  | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 443             |',
        '| 30 seconds | C:\\\\Windows\\\\System32\\\\cmd.exe | true      | 80              |',
        'Then the rule fires exactly 1 time',
      ],
    },
    {
      about: 'a group under an alias, whatever the field is called',
      steps: [
        'Given the rule "Address again"',
        'And an event matching "Shell connects"',
        'When 1 hour passes',
        'And an event matching "Failed logon"',
        'Then the rule fires',
      ],
    },
    {
      about: 'all rules, those that only feed a correlation left out',
      steps: [failures(5, '1 minute').replace('And', 'Given'), 'Then exactly these rules fire:', '| Brute force |'],
    },
    {
      about: 'no rule, where each only feeds a correlation',
      steps: ['Given an event matching "Failed logon"', 'Then no rule fires', 'And the rule "Failed logon" fires'],
    },
    {
      about: 'both kinds in one scenario',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'Then the rule "Failed logon" fires exactly 5 times',
        'And the rule fires',
      ],
    },
  ]
  for (const { about, steps } of passing) {
    test(about, async () => {
      const { messages } = await run(steps)
      assert.deepEqual(messages, [])
    })
  }
})

test('events are alike in what a correlation groups by that the one under test rests on', async () => {
  const outer = `title: Any brute force
correlation:
  type: event_count
  rules: brute_force
  timespan: 1h
  condition: { gte: 1 }
`
  const steps = ['Given the rule "Any brute force"', failures(5, '1 minute'), 'Then the rule fires']
  const feature = `Feature: Trial\n\nScenario: Trial\n${steps.join('\n')}\n`
  const files = { ...correlationRules, 'rules/outer.yml': outer, 'features/trial.feature': feature }
  const [result] = await runProject({ files })
  assert.equal(result?.status, 'PASSED', result?.messages.join('\n'))
})

describe('a failed assertion about a correlation', () => {
  const failing: readonly { readonly about: string; readonly steps: readonly string[]; readonly says: RegExp }[] = [
    {
      about: 'silence',
      steps: [bruteForce, failures(4, '10 minutes'), 'Then the rule fires'],
      says: /^"Brute force" is silent, should fire: 4 at best within 10m, not gte 5\n\S*rules\/brute_force\.yml, by Ben Example\n[\s\S]*gte: 5[\s\S]*4 occurrences \(events 1, 2, 3, 4/,
    },
    {
      about: 'events that count for nothing',
      steps: [bruteForce, 'And an event matching "Shell started"', 'Then the rule fires'],
      says: /^"Brute force" is silent, should fire: nothing counts for it of its rules: "Failed logon"/,
    },
    {
      about: 'a rule that is missing',
      steps: ['Given the rule "Shell talks"', 'And an event matching "Shell started"', 'Then the rule fires'],
      says: /^"Shell talks" is silent, should fire: "Shell connects" is missing within 1m/,
    },
    {
      about: 'an order',
      steps: [
        'Given the rule "Shell talks"',
        'And an event matching "Shell connects"',
        'When 1 second passes',
        'And an event matching "Shell started"',
        'Then the rule fires',
      ],
      says: /^"Shell talks" is silent, should fire: its rules fire in another order than listed within 1m/,
    },
    {
      about: 'a match',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'And its TargetUserName is "anna\u001b[31m"',
        'Then the rule is silent',
      ],
      says: /^"Brute force" fires once, should be silent: at event 5 for TargetUserName "anna\\u\{1B\}\[31m"/,
    },
    {
      about: 'a count',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule fires exactly 3 times'],
      says: /^"Brute force" fires once, should 3: at event 5\n/,
    },
    {
      about: 'a count of none',
      steps: [bruteForce, failures(4, '1 minute'), 'Then the rule fires exactly 1 time'],
      says: /^"Brute force" fires 0 times, should 1: 4 at best within 10m, not gte 5\n/,
    },
    {
      about: 'another group as well',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'And its TargetUserName is "anna"',
        'When 1 second passes',
        failures(5, '1 minute'),
        'And its TargetUserName is "bert"',
        'Then the rule fires only for TargetUserName "anna"',
      ],
      says: /^"Brute force" also fires for TargetUserName "bert"\n/,
    },
    {
      about: 'another group instead',
      steps: [
        bruteForce,
        failures(5, '1 minute'),
        'And its TargetUserName is "bert"',
        'Then the rule fires only for TargetUserName "anna"',
      ],
      says: /^"Brute force" fires for TargetUserName "bert", should only for TargetUserName "anna"\n/,
    },
    {
      about: 'no group at all',
      steps: [bruteForce, failures(2, '1 minute'), 'Then the rule fires only for TargetUserName "anna"'],
      says: /^"Brute force" is silent, should fire for TargetUserName "anna": 2 at best/,
    },
    {
      about: 'exactly these rules, a correlation too many',
      steps: [failures(5, '1 minute').replace('And', 'Given'), 'Then no rule fires'],
      says: /^a rule fires: "Brute force" by Ben Example \(once\)\n\n\S+brute_force\.yml, by Ben Example\n\nWanted within 10m [\s\S]*Occurred: "Failed logon" 5 times/,
    },
    {
      about: 'exactly these rules, a correlation missing',
      steps: ['Given an event matching "Failed logon"', 'Then exactly these rules fire:', '| Brute force |'],
      says: /^does not fire: "Brute force" by Ben Example \(a correlation\)/,
    },
  ]
  for (const { about, steps, says } of failing) {
    test(`says what is: ${about}`, async () => {
      const { status, messages } = await run(steps)
      assert.equal(status, 'FAILED')
      assert.match(messages.join('\n'), says)
    })
  }
})

describe('words that need what a correlation has not', () => {
  const cases: readonly { readonly about: string; readonly steps: readonly string[]; readonly says: RegExp }[] = [
    {
      about: 'one event with "within"',
      steps: [bruteForce, 'And an event matching "Failed logon" within 10 minutes', 'Then the rule is silent'],
      says: /^one event has no "within"/,
    },
    {
      about: 'time before anything has happened',
      steps: [bruteForce, 'When 1 second passes', 'Then the rule is silent'],
      says: /^nothing has happened yet/,
    },
    {
      about: 'a matching event',
      steps: [bruteForce, 'And a matching event', 'Then the rule fires'],
      says: /^"Brute force" is a correlation: no event matches it by itself; make events of its rules \("Failed logon"\)/,
    },
    {
      about: 'events matching a correlation',
      steps: ['Given 5 events matching "Brute force"', 'Then the rule "Brute force" fires'],
      says: /^"Brute force" is a correlation: no event matches it by itself/,
    },
    {
      about: 'a part',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule fires via selection'],
      says: /^"Brute force" is a correlation: it has no parts of its own; .* one of its rules: "Failed logon"/,
    },
    {
      about: 'a part that does not match',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule is silent because EventID does not match'],
      says: /^"Brute force" is a correlation: it has no parts of its own/,
    },
    {
      about: 'a filter',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule is suppressed by filter_main'],
      says: /^"Brute force" is a correlation: it has no filters of its own/,
    },
    {
      about: 'a log source',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule is silent because of its log source'],
      says: /^"Brute force" is a correlation: it has no log source of its own/,
    },
    {
      about: 'a field it does not group by',
      steps: [bruteForce, failures(5, '1 minute'), 'Then the rule fires only for User "anna"'],
      says: /^"Brute force" does not group by User; it groups by "TargetUserName"/,
    },
    {
      about: 'groups of a detection rule',
      steps: ['Given the rule "Failed logon"', 'And a matching event', 'Then the rule fires only for User "anna"'],
      says: /^"Failed logon" is no correlation: it has no groups/,
    },
    {
      about: 'a time that is none',
      steps: [
        'Given these network connection events:',
        '| time | DestinationPort |',
        '| 0 seconds | 1 |',
        '| soon | 2 |',
        'Then no rule fires',
      ],
      says: /^row 2: a time is such as "10 seconds".*got "soon"/,
    },
    {
      about: 'a time beyond all calendars',
      steps: [bruteForce, failures(4, '1 minute'), 'When 999999999 days pass', 'Then the rule is silent'],
      says: /a time is such as "10 seconds"/,
    },
    {
      about: 'an unknown rule, the nearest of both kinds',
      steps: ['Given the rule "Brute forse"', failures(4, '1 minute'), 'Then the rule is silent'],
      says: /^no rule is called "Brute forse"; nearest: "Brute force"/,
    },
    {
      about: 'exactly a rule that only feeds a correlation',
      steps: [failures(5, '1 minute').replace('And', 'Given'), 'Then exactly these rules fire:', '| Failed logon |'],
      says: /^"Failed logon" reports no match of its own: it feeds "Brute force"/,
    },
    {
      about: 'time that nothing judges',
      steps: [bruteForce, failures(4, '1 minute'), 'Then the rule is silent', 'When 1 hour passes'],
      says: /^nothing judges "1 hour passes"/,
    },
  ]
  for (const { about, steps, says } of cases) {
    test(`${about} is an error that helps`, async () => {
      const { status, messages } = await run(steps)
      assert.equal(status, 'FAILED')
      assert.match(messages.join('\n'), says)
    })

    test(`${about} satisfies no known gap`, async () => {
      const inGap =
        about === 'time that nothing judges' ? steps.map((step) => step.replace('is silent', 'fires')) : steps
      const { status, messages } = await run(inGap, '@known-gap')
      assert.equal(status, 'FAILED')
      assert.match(messages.join('\n'), says)
    })
  }
})

describe('a known gap of a correlation', () => {
  test('is open while the verdict is the wrong one', async () => {
    const { status, observations } = await run(
      [bruteForce, failures(4, '1 minute'), 'Then the rule fires'],
      '@known-gap',
    )
    assert.equal(status, 'PASSED')
    assert.deepEqual(
      observations.map(({ held, knownGap }) => [held, knownGap]),
      [[false, 'open']],
    )
  })

  test('is closed by the right one', async () => {
    const { messages } = await run([bruteForce, failures(5, '1 minute'), 'Then the rule fires'], '@known-gap')
    assert.match(messages.join('\n'), /^gap closed\n"Brute force" does now what the scenario states/)
  })
})

describe('what a correlation leaves behind', () => {
  test('one observation with the events of all steps, their times, and a recipe that makes them again', async () => {
    const { observations } = await run([
      bruteForce,
      failures(2, '10 minutes'),
      'When 1 second passes',
      'And an event matching "Failed logon"',
      'Then the rule is silent',
    ])
    const [own, ...others] = observations
    assert.ok(own !== undefined && others.length === 0)
    assert.deepEqual(
      own.recipe.steps.map(({ kind }) => kind),
      ['solved', 'pass', 'solved'],
    )
    const times = own.events.events.map(({ time }) => time)
    assert.deepEqual(
      times.map((time) => time - (times[0] ?? 0)),
      [0, 600_000, 601_000],
    )
    assert.equal(new Set(own.events.events.map(({ fields }) => fields.TargetUserName)).size, 1)
    assert.ok(own.events.events.every(({ stated }) => stated === 'every'))
  })

  test('an event step without time between replaces the one before, and says so where events are counted', async () => {
    const { observations, logs } = await run([
      bruteForce,
      failures(4, '1 minute'),
      'And an event matching "Failed logon"',
      'Then the rule is silent',
    ])
    assert.equal(observations[0]?.events.events.length, 1)
    assert.match(logs.join('\n'), /take the place of those of the event step before/)
  })

  test('a silence over which none of its rules fires is vacuous', async () => {
    const steps = [bruteForce, 'And an event matching "Shell started"', 'Then the rule is silent']
    assert.match((await run(steps)).logs.join('\n'), /^vacuous: "Brute force" is silent as none of its rules fires/m)
    assert.match((await run(steps, '', { strict: true })).messages.join('\n'), /strict mode/)
  })
})
