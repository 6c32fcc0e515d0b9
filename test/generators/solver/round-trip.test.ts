import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { activeRules } from '../../../bench/corpus.ts'
import { renderEvent } from '../../../generators/shapes/render-event.ts'
import { whyNoXml } from '../../../generators/shapes/why-no-xml.ts'
import { edgesOf } from '../../../generators/solver/edges.ts'
import type { Goal } from '../../../generators/solver/goal.ts'
import { solve } from '../../../generators/solver/solve.ts'
import { reaches } from '../../../generators/solver/witness/confirm.ts'
import { type Event, flattenEvent, judge, leavesOf, partsOf, type Rule } from '../../../sigma/index.ts'
import { ruleOf, ruleWith } from '../rules.ts'
import { readXml } from '../shapes/read-xml.ts'

/** The event as whoever reads it from each shape that is offered for it has it. */
function readAgain(event: Event): readonly (readonly [shape: string, read: Event])[] {
  const json = (['evtx', 'flat'] as const).map(
    (shape) => [shape, flattenEvent(JSON.parse(JSON.stringify(renderEvent(event, shape))))] as const,
  )
  if (whyNoXml(event) !== null) return json
  return [...json, ['xml', flattenEvent(readXml(String(renderEvent(event, 'xml'))))]]
}

/** Holds every event for the goal, read again from every shape, against the goal and the verdict; returns how many readings. */
function readingsOf(rule: Rule, goal: Goal): number {
  const answer = solve([rule], goal, { count: 1, chance: rule.key, seed: 'sigmaproof' })
  const events = answer.kind === 'unknown' ? [] : answer.events
  const readings = events.flatMap((event) => readAgain(event).map(([shape, read]) => ({ shape, read, event })))
  for (const { shape, read, event } of readings) {
    const told = `${rule.key} ${shape} ${JSON.stringify(goal)} ${JSON.stringify(event.fields)}`
    assert.ok(reaches([rule], goal, read), told)
    assert.deepEqual(judge(rule, read).verdict, judge(rule, event).verdict, told)
  }
  return readings.length
}

/** The goals of every kind that can be had of one rule: of its leaves only so many. */
function goalsFor(rule: Rule, mostLeaves: number): readonly Goal[] {
  const { identifiers, filters } = partsOf(rule)
  const leaves = rule.identifiers
    .filter(({ role }) => role !== 'unused')
    .flatMap(({ predicate }) => [...leavesOf(predicate)])
    .filter((_, index, all) => index % Math.ceil(all.length / mostLeaves) === 0)
  return [
    { kind: 'fires' },
    { kind: 'silent' },
    ...filters.map((filter): Goal => ({ kind: 'suppressed', filters: [filter] })),
    ...identifiers.map((part): Goal => ({ kind: 'needs', part })),
    ...leaves.flatMap(({ id }): readonly Goal[] => [
      { kind: 'decisive', leaf: id, matched: true },
      { kind: 'decisive', leaf: id, matched: false },
    ]),
    ...leaves.flatMap((leaf) => edgesOf(leaf).map((edge): Goal => ({ kind: 'boundary', leaf: leaf.id, edge }))),
  ]
}

const ofKinds: readonly (readonly [what: string, rule: Rule])[] = [
  [
    'Security 4688',
    ruleWith(
      "  s:\n    EventID: 4688\n    Image|endswith: '\\a.exe'\n  f:\n    ParentImage: ''\n  condition: s and not f",
    ),
  ],
  [
    'what 4688 says of an account and its rights',
    ruleWith(
      "  s:\n    EventID: 4688\n    IntegrityLevel: ['S-1-16-16384', S-1-16-12288]\n    User|endswith: '\\nina'\n  f:\n    ParentImage|endswith: '\\b.exe'\n  condition: s and not f",
    ),
  ],
  [
    'Security 4657',
    ruleWith(
      "  s:\n    EventID: 4657\n    TargetObject|contains: '\\Contoso\\Run\\'\n  f:\n    Details|startswith: 'C:\\Tools\\'\n  condition: s and not f",
      'registry_set',
    ),
  ],
  [
    'a log that was cleared',
    ruleOf(
      "title: X\nlogsource: {product: windows, service: system}\ndetection:\n  s:\n    EventID: 104\n    Channel: [Security, 'Windows PowerShell']\n  f:\n    SubjectUserName|startswith: svc\n  condition: s and not f\n",
    ),
  ],
  ['absence', ruleWith("  s:\n    Image|endswith: '\\a.exe'\n  f:\n    ParentImage: null\n  condition: s and not f")],
  [
    'numbers and flags',
    ruleWith(
      "  s:\n    DestinationPort|gte: 1024\n    Initiated: true\n    SourceIsIpv6: 'false'\n  f:\n    DestinationPort: [3389, 8080]\n    DestinationIp|cidr: '10.0.0.0/8'\n  condition: s and not f",
      'network_connection',
    ),
  ],
  ['texts that XML escapes', ruleWith("  s:\n    CommandLine|contains: ['<&>\"', \"'\", 'é€']\n  condition: s")],
  ['two texts at once', ruleWith("  s:\n    CommandLine|all: ['one', 'two']\n  condition: s")],
  ['a null that is there', ruleWith('  s:\n    User|exists: true\n    User: null\n  condition: s')],
  [
    'another system',
    ruleOf('title: X\nlogsource: {category: proxy}\ndetection:\n  s:\n    c-uri|endswith: .7z\n  condition: s\n'),
  ],
  [
    'another log of Windows',
    ruleOf(
      'title: X\nlogsource: {product: windows, service: system}\ndetection:\n  s:\n    EventID: 7045\n    Provider_Name: Service Control Manager\n    ImagePath|contains: a b\n  condition: s\n',
    ),
  ],
  ['keywords', ruleOf('title: X\nlogsource: {product: linux}\ndetection:\n  k: [a, b]\n  condition: k\n')],
]

describe('a solved event that is read again from any shape', () => {
  for (const [what, rule] of ofKinds) {
    it(`reaches the same goal with the same verdict: ${what}`, () => {
      const readings = goalsFor(rule, 10).map((goal) => readingsOf(rule, goal))
      assert.ok(readings.reduce((sum, each) => sum + each) >= 6)
    })
  }
})

const folder = process.env.SIGMAPROOF_RULES
const isLong = process.env.SIGMAPROOF_LONG === '1'

describe('for the rules of SigmaHQ', { skip: folder === undefined ? 'SIGMAPROOF_RULES is not set' : false }, () => {
  const rules = (folder === undefined ? [] : activeRules(folder)).filter((_, index) => isLong || index % 50 === 0)

  it('a solved event that is read again reaches the same goal with the same verdict', () => {
    let readings = 0
    for (const rule of rules) for (const goal of goalsFor(rule, isLong ? 4 : 2)) readings += readingsOf(rule, goal)
    assert.ok(readings > rules.length * 10, `${readings} readings`)
  })
})
