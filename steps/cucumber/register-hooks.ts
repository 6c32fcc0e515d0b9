import {
  After,
  Before,
  BeforeStep,
  type ITestCaseHookParameter,
  type ITestStepHookParameter,
  type IWorld,
  Status,
} from '@cucumber/cucumber'
import { startOfScene } from '../../generators/index.ts'
import { knownGapTag, skipTag } from '../../measures/index.ts'
import { settingsOf } from '../../sources/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'
import { lineOfStep, placeOf, whySkipped } from '../scenario/scenario-place.ts'
import { type ScenarioWorld, scenarioState, stateOf } from '../scenario/scenario-state.ts'
import { writtenCells } from '../values/written-cells.ts'
import { isOwnStep } from '../vocabulary/own-steps.ts'

type HookedWorld = ScenarioWorld & Pick<IWorld<{ readonly sigmaproof?: unknown }>, 'parameters'>

/** Registers what prepares our state for a scenario and its steps, and refuses a scenario that judges nothing. */
export function registerHooks(): void {
  Before(function (this: HookedWorld, { gherkinDocument, pickle }: ITestCaseHookParameter): 'skipped' | undefined {
    const settings = settingsOf(this.parameters.sigmaproof, process.cwd())
    this[scenarioState] = {
      settings,
      place: placeOf(gherkinDocument, pickle),
      step: { text: '', line: 0, number: 0, cells: [] },
      knownGap: pickle.tags.some((tag) => tag.name === knownGapTag),
      underTest: [],
      recipe: { seed: settings.seed, steps: [] },
      scene: startOfScene,
      touched: false,
      verdicts: 0,
      unjudged: null,
    }
    if (!pickle.tags.some((tag) => tag.name === skipTag) || !pickle.steps.some(({ text }) => isOwnStep(text))) return
    if (whySkipped(gherkinDocument, pickle) === null) {
      throw new ScenarioError('a @skip scenario says why on the first line of its description')
    }
    return 'skipped'
  })

  BeforeStep(function (this: ScenarioWorld, { gherkinDocument, pickle, pickleStep }: ITestStepHookParameter) {
    const number = pickle.steps.findIndex((step) => step.id === pickleStep.id) + 1
    const state = stateOf(this)
    const cells = writtenCells(gherkinDocument, pickleStep, state.settings.root)
    const step = { text: pickleStep.text, line: lineOfStep(gherkinDocument, pickleStep), number, cells }
    this[scenarioState] = { ...state, step }
  })

  After(function (this: ScenarioWorld, { pickle, result }: ITestCaseHookParameter) {
    // Gherkin leaves out the background of a scenario that has no step of its own.
    if (pickle.steps.length === 0) throw new ScenarioError('this scenario judges nothing: it has no step')
    if (result?.status === Status.PASSED) refuseUnjudged(this)
  })
}

/** Throws a ScenarioError for a scenario that judges nothing, or ends in a change that nothing judged. */
function refuseUnjudged(world: ScenarioWorld): void {
  const { touched, verdicts, unjudged } = stateOf(world)
  if (!touched) return
  if (verdicts === 0) throw new ScenarioError('this scenario judges nothing: it has no Then')
  if (unjudged !== null) throw new ScenarioError(`nothing judges "${unjudged}": a Then has to follow the last change`)
}
