import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionFor } from '../../../authoring/index.ts'
import { type MutationOperator, type Suggestion, subjectsOf } from '../../../measures/index.ts'
import { proveEquivalent } from '../../../measures/mutation/judging/prove-equivalent.ts'
import { worldOf } from '../../../measures/mutation/judging/rule-world.ts'
import { buildRuleSet, type RuleSet, readRules, sourceOf } from '../../../sigma/index.ts'
import { mutantsIn } from '../../measures/mutation/mutants-in.ts'
import { aRule } from '../../measures/rule-factory.ts'

/** What the scenarios are called that kill the mutants of an operator. */
function titlesOf(set: RuleSet, operator: MutationOperator): readonly string[] {
  return subjectsOf(set).flatMap((subject) =>
    mutantsIn(subject, set).flatMap(({ mutant, reading }) => {
      if (mutant.operator !== operator || reading.kind === 'unreadable') return []
      const state = proveEquivalent(mutant, worldOf(set), reading, 'sigmaproof', suggestionFor)
      return state.kind === 'survived' && state.suggestion !== null ? [titleIn(state.suggestion)] : []
    }),
  )
}

function titleIn({ title: { words, value } }: Suggestion): string {
  return value === null ? words : `${words} [${value}]`
}

function inSet(detection: string): RuleSet {
  return buildRuleSet([readRules(aRule(detection).source)])
}

const cases: readonly {
  readonly operator: MutationOperator
  readonly detection: string
  readonly titles: readonly string[]
}[] = [
  {
    operator: 'drop-value',
    detection: 'selection:\n    Image|endswith: [\\a.exe, \\b.exe]\ncondition: selection',
    titles: ['It fires with Image|endswith [\\a.exe]', 'It fires with Image|endswith [\\b.exe]'],
  },
  {
    operator: 'drop-value',
    detection:
      'selection:\n    - Image: C:\\a.exe\n      User: A\\b\n    - Image: C:\\c.exe\n      User: C\\d\ncondition: selection',
    titles: [
      'It fires with this part of selection: [Image: C:\\a.exe User: A\\b]',
      'It fires with this part of selection: [Image: C:\\c.exe User: C\\d]',
    ],
  },
  {
    operator: 'drop-value',
    detection: "keywords:\n    - ' clone '\n    - fetch\ncondition: keywords",
    titles: ['It fires with the keyword [ clone ]', 'It fires with the keyword [fetch]'],
  },
  {
    operator: 'drop-field',
    detection: 'selection:\n    Image: C:\\a.exe\n    User: [A\\b, A\\c]\ncondition: selection',
    titles: ['It is silent without Image [C:\\a.exe]', 'It is silent without User'],
  },
  {
    operator: 'drop-detection',
    detection: 'one:\n    Image: C:\\a.exe\nfilter:\n    User: A\\b\ncondition: one and not filter',
    titles: ['It is silent without one', 'filter suppresses it'],
  },
  {
    operator: 'drop-detection',
    detection: 'sel_a:\n    Image: C:\\a.exe\nsel_b:\n    User: A\\b\ncondition: 1 of sel_*',
    titles: ['It fires with sel_a', 'It fires with sel_b'],
  },
  {
    operator: 'swap-and-or',
    detection:
      'one:\n    Image: a\ntwo:\n    User: b\nfilter:\n    Initiated: c\ncondition: one and two and not filter',
    titles: [
      'It is silent with only one side of [one and two]',
      'It is silent with only one side of [two and not filter]',
    ],
  },
  {
    operator: 'swap-one-and-all',
    detection: 'sel_a:\n    Image: a\nsel_b:\n    User: b\ncondition: all of sel_*',
    titles: ['It is silent with only some of sel_*'],
  },
  {
    operator: 'drop-not',
    detection: 'one:\n    Image: C:\\a.exe\nfilter:\n    User: A\\b\ncondition: one and not filter',
    titles: ['It fires without filter'],
  },
  {
    operator: 'insert-not',
    detection: 'one:\n    Image: a\ncondition: one',
    titles: ['It fires with one'],
  },
  {
    operator: 'drop-all',
    detection: 'one:\n    Image|contains|all: [a, b]\ncondition: one',
    titles: ['It is silent without Image|contains|all, but with Image|contains'],
  },
  {
    operator: 'swap-anchor',
    detection: 'one:\n    Image|endswith: \\a\ncondition: one',
    titles: [
      'It is silent without Image|endswith, but with Image|contains [\\a]',
      'It is silent without Image|endswith, but with Image|startswith [\\a]',
      'It fires with Image|endswith, not with Image [\\a]',
    ],
  },
  {
    operator: 'drop-cased',
    detection: 'one:\n    Image|contains|cased: a\ncondition: one',
    titles: ['It is silent without Image|contains|cased, but with Image|contains [a]'],
  },
  {
    operator: 'shorten-value',
    detection:
      'one:\n    Image|endswith: \\Kindle.exe\nfilter:\n    Image|endswith: \\x\ncondition: one and not filter',
    titles: [
      'It is silent without the first character of one: Image|endswith [\\Kindle.exe]',
      'It fires with the last character of one: Image|endswith [\\Kindle.exe]',
    ],
  },
  {
    operator: 'resize-network',
    detection: 'one:\n    DestinationIp|cidr: 203.0.113.0/24\ncondition: one',
    titles: [
      'It is silent outside DestinationIp|cidr [203.0.113.0/24]',
      'It fires inside DestinationIp|cidr [203.0.113.0/24]',
    ],
  },
  {
    operator: 'move-bound',
    detection: 'one:\n    DestinationPort|gt: 1024\ncondition: one',
    titles: ['It is silent just beyond DestinationPort|gt [1024]', 'It fires just within DestinationPort|gt [1024]'],
  },
  {
    operator: 'drop-regex-anchor',
    detection: 'one:\n    Image|re: ^a.c$\ncondition: one',
    titles: ['It is silent with more before Image|re [^a.c$]', 'It is silent with more after Image|re [^a.c$]'],
  },
  {
    operator: 'drop-wildcard',
    detection: 'one:\n    Image: a*b\ncondition: one',
    titles: ['It fires with something for wildcard 1 of Image [a*b]'],
  },
  {
    operator: 'insert-wildcard',
    detection: 'one:\n    User: [A\\b, c*]\ncondition: one',
    titles: ['It is silent with more before User [A\\b]', 'It is silent with more before User [c*]'],
  },
]

for (const { operator, detection, titles } of cases) {
  test(`what kills ${operator} of ${JSON.stringify(detection)} is called by what it tests`, () => {
    assert.deepEqual(titlesOf(inSet(detection), operator), titles)
  })
}

test('a filter document is named as its rules know it', () => {
  const files = {
    'rules/sample.yml': aRule('selection:\n    Image: a\ncondition: selection').source.text,
    'rules/filter.yml': `title: Backup
logsource:
    category: network_connection
    product: windows
filter:
    rules: any
    selection:
        User|startswith: [x/y, z]
    condition: not selection
`,
  }
  const readings = Object.entries(files).map(([path, text]) => readRules(sourceOf(path, text)))
  const titles = titlesOf(buildRuleSet(readings), 'drop-value')
  assert.deepEqual(titles, [
    'Backup suppresses it with User|startswith [x/y]',
    'Backup suppresses it with User|startswith [z]',
  ])
})
