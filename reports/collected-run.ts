import type { OutlineReport, RunReport, ScenarioStatus, StepReport } from './report.ts'

/** What a stream of Cucumber messages says, joined: each scenario with its last attempt. */
export interface CollectedRun {
  /** By uri and line. */
  readonly scenarios: readonly CollectedScenario[]
  readonly run: RunReport
}

export interface CollectedScenario {
  readonly uri: string
  readonly line: number
  readonly feature: string
  readonly name: string
  readonly tags: readonly string[]
  readonly status: ScenarioStatus
  readonly outline: OutlineReport | null
  readonly steps: readonly StepReport[]
  /** Bodies of our attachments in the order attached. */
  readonly observations: readonly string[]
}
