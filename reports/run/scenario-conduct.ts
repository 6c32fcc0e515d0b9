import type { Pickle, TestCase } from '../../sources/index.ts'
import type { ScenarioStatus } from '../document/report.ts'
import { type Attempt, isVerdict } from './attempt.ts'

/** How a scenario went. */
export interface Conduct {
  readonly status: ScenarioStatus
  /** It names a rule or uses a step of ours: what did not pass of it is red, whatever Cucumber makes of that. */
  readonly ours: boolean
}

/** The ids of our step definitions, and those among them that give a verdict. */
export interface OurDefinitions {
  readonly ours: ReadonlySet<string>
  readonly judging: ReadonlySet<string>
}

/** Whether a step definition that stands in this file is one of ours, and whether it judges; null for anybody else's. */
export function ourDefinition(uri: string): 'judging' | 'other' | null {
  const [, kind] = /(?:^|[\\/])steps[\\/]cucumber[\\/]register-(given|when|then)s\.[jt]s$/.exec(uri) ?? []
  if (kind === undefined) return null
  return kind === 'then' ? 'judging' : 'other'
}

/** How a scenario went in the attempt that counts: what its steps came to, and whether each that judges left its verdict. */
export function conductOf(
  pickle: Pickle,
  testCase: TestCase | undefined,
  attempt: Attempt | undefined,
  definitions: OurDefinitions,
): Conduct {
  const used = testCase?.testSteps.flatMap((step) => step.stepDefinitionIds ?? []) ?? []
  const ours = used.some((id) => definitions.ours.has(id)) || pickle.steps.some(namesRule)
  if (testCase === undefined || attempt === undefined || attempt.finished === null) return { status: 'not-run', ours }
  const status = worstOf(attempt.results.map((each) => each.status))
  const isWhole = status !== 'passed' || hasAllResults(pickle, testCase, attempt)
  const hasEnded = status !== 'passed' || !ours || hasAllVerdicts(testCase, attempt, definitions)
  return { status: isWhole && hasEnded ? status : 'unknown', ours }
}

/** Whoever writes so means a rule, whether or not the step is known. */
function namesRule({ text }: Pickle['steps'][number]): boolean {
  return /(?:^|\s)the rule\s+["']/i.test(text)
}

function hasAllResults(pickle: Pickle, { testSteps }: TestCase, { results }: Attempt): boolean {
  const ended = new Set(results.map(({ step }) => step))
  const through = new Set(testSteps.flatMap(({ id, pickleStepId }) => (ended.has(id) ? (pickleStepId ?? []) : [])))
  return pickle.steps.every(({ id }) => through.has(id))
}

/** A step may be kept from judging though it passes: by what is wrapped around it, by a World that attaches nothing. */
function hasAllVerdicts({ testSteps }: TestCase, { attached }: Attempt, { judging }: OurDefinitions): boolean {
  const verdicts = attached.filter(isVerdict)
  const left = new Set(verdicts.map(({ step }) => step))
  const thens = testSteps.filter(({ stepDefinitionIds = [] }) => stepDefinitionIds.some((id) => judging.has(id)))
  return verdicts.length > 0 && thens.every(({ id }) => left.has(id))
}

/** From the least to the gravest: a scenario is what its gravest step is. */
const statusesByGravity: readonly ScenarioStatus[] = [
  'passed',
  'skipped',
  'pending',
  'undefined',
  'ambiguous',
  'unknown',
  'failed',
]

function worstOf(statuses: readonly string[]): ScenarioStatus {
  const names = new Set(statuses.map((status) => status.toLowerCase()))
  return statusesByGravity.findLast((status) => names.has(status)) ?? 'unknown'
}
