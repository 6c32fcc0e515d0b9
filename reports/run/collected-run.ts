import type { OutlineReport, RunReport, ScenarioStatus, StepReport } from '../document/report.ts'

/** What a stream of Cucumber messages says, joined: each scenario with its last attempt. */
export interface CollectedRun {
  /** By uri and line. */
  readonly scenarios: readonly CollectedScenario[]
  /** Whether a hook of the run as a whole failed, or the run itself broke off. */
  readonly hasFailedHook: boolean
  /** What Cucumber made of it: what is pending in scenarios of others is red only where the user's configuration says so. */
  readonly success: boolean
  readonly run: RunReport
}

export interface CollectedScenario {
  readonly uri: string
  readonly line: number
  readonly feature: string
  readonly name: string
  readonly tags: readonly string[]
  /** As the steps of the attempt that counts came out, and `unknown` where one of ours left no verdict. */
  readonly status: ScenarioStatus
  /** Whether it names a rule or uses a step of ours. */
  readonly ours: boolean
  /** Why it was not run, where that was on purpose. */
  readonly skipped: string | null
  readonly outline: OutlineReport | null
  readonly steps: readonly StepReport[]
  /** What the attempt that counts attached, in that order. */
  readonly attached: readonly Attached[]
}

/** What a step left behind: its body as text. */
export interface Attached {
  readonly mediaType: string
  readonly body: string
}

/** The bodies of this media type among what a scenario attached. */
export function bodiesOf({ attached }: Pick<CollectedScenario, 'attached'>, wanted: string): readonly string[] {
  return attached.flatMap(({ mediaType, body }) => (mediaType === wanted ? [body] : []))
}
