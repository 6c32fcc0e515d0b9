import type { MutationSubject } from '../measures/index.ts'
import type { RuleSet } from '../sigma/index.ts'
import type { Build } from './builds.ts'

/** The mutants of a project's rules, ready to be judged by its last run. */
export interface Mutating {
  /** Makes every mutant and asks the scenarios about it; nothing is proved. */
  readonly judge: () => Judged
}

export interface Judged {
  readonly mutants: number
  readonly killed: number
  /** What nothing killed. */
  readonly survivors: number
  /** Proves every so-manieth survivor to be the same, or tells it apart by an event; returns what became of each. */
  readonly prove: (every: number) => readonly string[]
}

const seed = 'sigmaproof'

interface Suite {
  readonly world: unknown
  readonly scopeOf: (subject: MutationSubject) => unknown
  readonly examplesOf: (subject: MutationSubject) => unknown
}

type ChecksFor = (suite: Suite, scope: unknown) => { readonly killerIn: (world: unknown) => unknown }

/** All that is asked, of whichever modules of a checkout give it out. */
interface Doors {
  readonly loadRules: (root: string, paths: readonly string[]) => RuleSet
  readonly readMessages: (root: string, path: string) => Promise<{ readonly messages: readonly unknown[] }>
  readonly runForMutation: (messages: readonly unknown[]) => { readonly passed: readonly unknown[] }
  readonly suiteOf: (ruleSet: RuleSet, passed: readonly unknown[]) => Suite
  readonly subjectsOf: (ruleSet: RuleSet) => readonly MutationSubject[]
  readonly scenarioChecksFor: ChecksFor
  readonly mutantsOf: (
    subject: MutationSubject,
    scope: unknown,
    placeholders: object,
    examples: unknown,
  ) => Iterable<{ readonly mutant: unknown; readonly reading: { readonly kind: 'changed' | 'unreadable' } }>
  readonly changedWorld: (world: unknown, reading: unknown) => unknown
  readonly proveEquivalent: (
    mutant: unknown,
    world: unknown,
    reading: unknown,
    seed: string,
  ) => { readonly kind: string }
}

/** Where they lie, and where they lay. */
const modules = [
  'sources/index',
  'reports/run/run-for-mutation',
  'cli/passed-scenarios',
  'measures/index',
  'measures/mutation/reading/mutants-of',
  'measures/mutation/mutants-of',
  'measures/mutation/judging/prove-equivalent',
  'measures/mutation/prove-equivalent',
  'measures/mutation/judging/rule-world',
  'measures/mutation/rule-world',
  'measures/mutation/judging/scenario-checks',
  'measures/mutation/jury',
] as const

/** Makes functions that read a project with a run in `out/` anew and get its mutants ready: nothing is kept between rounds. */
export async function mutatingIn(build: Build): Promise<(project: string) => Promise<Mutating>> {
  const loaded = await Promise.all(modules.filter(build.has).map(build.load))
  const names = Object.assign({}, ...loaded) as Doors & { readonly juryFor?: ChecksFor }
  const doors: Doors = { ...names, ...(names.juryFor !== undefined && { scenarioChecksFor: names.juryFor }) }
  return async (project) => {
    const ruleSet = doors.loadRules(project, ['rules'])
    const { passed } = doors.runForMutation((await doors.readMessages(project, 'out/messages.ndjson')).messages)
    const suite = doors.suiteOf(ruleSet, passed)
    return { judge: () => judgeAll(doors, suite, doors.subjectsOf(ruleSet)) }
  }
}

function judgeAll(doors: Doors, suite: Suite, subjects: readonly MutationSubject[]): Judged {
  const checksFor = doors.scenarioChecksFor ?? doors.scenarioChecksFor
  if (checksFor === undefined) throw new Error('the build has no module that asks scenarios')
  let [mutants, killed] = [0, 0]
  const survivors: (readonly [mutant: unknown, reading: unknown])[] = []
  for (const subject of subjects) {
    const scope = suite.scopeOf(subject)
    const checks = checksFor(suite, scope)
    for (const { mutant, reading } of doors.mutantsOf(subject, scope, {}, suite.examplesOf(subject))) {
      mutants += 1
      if (reading.kind === 'unreadable') continue
      if (checks.killerIn(doors.changedWorld(suite.world, reading)) === null) survivors.push([mutant, reading])
      else killed += 1
    }
  }
  const prove = (every: number): readonly string[] =>
    survivors
      .filter((_, index) => index % every === 0)
      .map(([mutant, reading]) => doors.proveEquivalent(mutant, suite.world, reading, seed).kind)
  return { mutants, killed, survivors: survivors.length, prove }
}
