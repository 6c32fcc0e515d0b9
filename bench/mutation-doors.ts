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

interface Sources {
  readonly loadRules: (root: string, paths: readonly string[]) => RuleSet
  readonly readMessages: (root: string, path: string) => Promise<{ readonly messages: readonly unknown[] }>
}

interface OldRuns {
  readonly runForMutation: (messages: readonly unknown[]) => { readonly passed: readonly unknown[] }
}

interface OldSuite {
  readonly world: unknown
  readonly scopeOf: (subject: MutationSubject) => unknown
  readonly examplesOf: (subject: MutationSubject) => unknown
}

type ChecksFor = (suite: OldSuite, scope: unknown) => { readonly killerIn: (world: unknown) => unknown }

interface OldMeasures {
  readonly suiteOf: (ruleSet: RuleSet, passed: readonly unknown[]) => OldSuite
  readonly subjectsOf: (ruleSet: RuleSet) => readonly MutationSubject[]
  readonly scenarioChecksFor?: ChecksFor
  /** What it was called before. */
  readonly juryFor?: ChecksFor
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

const oldModules = ['index', 'mutation/mutants-of', 'mutation/rule-world', 'mutation/prove-equivalent'] as const

/** Makes functions that read a project with a run in `out/` anew and get its mutants ready: nothing is kept between rounds. */
export async function mutatingIn(build: Build): Promise<(project: string) => Promise<Mutating>> {
  const sources = (await build.load('sources/index')) as Sources
  const runs = (await build.load(
    build.has('cli/passed-scenarios') ? 'cli/passed-scenarios' : 'reports/index',
  )) as OldRuns
  const checksModule = build.has('measures/mutation/jury') ? 'mutation/jury' : 'mutation/scenario-checks'
  const loaded = await Promise.all([...oldModules, checksModule].map((name) => build.load(`measures/${name}`)))
  const measures = Object.assign({}, ...loaded) as OldMeasures
  return async (project) => {
    const ruleSet = sources.loadRules(project, ['rules'])
    const { passed } = runs.runForMutation((await sources.readMessages(project, 'out/messages.ndjson')).messages)
    const suite = measures.suiteOf(ruleSet, passed)
    return { judge: () => judgeAll(measures, suite, measures.subjectsOf(ruleSet)) }
  }
}

function judgeAll(measures: OldMeasures, suite: OldSuite, subjects: readonly MutationSubject[]): Judged {
  const checksFor = measures.scenarioChecksFor ?? measures.juryFor
  if (checksFor === undefined) throw new Error('the build has no module that asks scenarios')
  let [mutants, killed] = [0, 0]
  const survivors: (readonly [mutant: unknown, reading: unknown])[] = []
  for (const subject of subjects) {
    const scope = suite.scopeOf(subject)
    const checks = checksFor(suite, scope)
    for (const { mutant, reading } of measures.mutantsOf(subject, scope, {}, suite.examplesOf(subject))) {
      mutants += 1
      if (reading.kind === 'unreadable') continue
      if (checks.killerIn(measures.changedWorld(suite.world, reading)) === null) survivors.push([mutant, reading])
      else killed += 1
    }
  }
  const prove = (every: number): readonly string[] =>
    survivors
      .filter((_, index) => index % every === 0)
      .map(([mutant, reading]) => measures.proveEquivalent(mutant, suite.world, reading, seed).kind)
  return { mutants, killed, survivors: survivors.length, prove }
}
