import type { Message } from '../../sources/index.ts'
import { gherkinPlaces } from '../run/gherkin-places.ts'

/** The ids that a message gives to what it tells of. */
export function idsGiven(message: Message): readonly string[] {
  const { gherkinDocument, pickle, hook, stepDefinition, parameterType } = message
  const { testRunStarted, testRunHookStarted, testCase, testCaseStarted } = message
  return present([
    ...(gherkinDocument ? [...gherkinPlaces(gherkinDocument)].map(([id]) => id) : []),
    ...(pickle ? [pickle.id, ...pickle.steps.map((step) => step.id)] : []),
    ...(testCase ? [testCase.id, ...testCase.testSteps.map((step) => step.id)] : []),
    hook?.id,
    stepDefinition?.id,
    parameterType?.id,
    testRunStarted?.id,
    testRunHookStarted?.id,
    testCaseStarted?.id,
  ])
}

/** The ids by which a message speaks of what others told. */
export function idsNamed(message: Message): readonly string[] {
  const { pickle, suggestion, testCase, testCaseStarted, testCaseFinished, testStepStarted, testStepFinished } = message
  const { attachment, externalAttachment, testRunHookStarted, testRunHookFinished, testRunFinished } = message
  return present([
    ...(pickle ? [...pickle.astNodeIds, ...pickle.steps.flatMap((step) => step.astNodeIds)] : []),
    ...(testCase ? [testCase.testRunStartedId, testCase.pickleId] : []),
    ...(testCase?.testSteps ?? []).flatMap((step) => [
      step.hookId,
      step.pickleStepId,
      ...(step.stepDefinitionIds ?? []),
    ]),
    suggestion?.pickleStepId,
    testCaseStarted?.testCaseId,
    testCaseFinished?.testCaseStartedId,
    testStepStarted?.testCaseStartedId,
    testStepStarted?.testStepId,
    testStepFinished?.testCaseStartedId,
    testStepFinished?.testStepId,
    attachment?.testCaseStartedId,
    attachment?.testStepId,
    attachment?.testRunHookStartedId,
    externalAttachment?.testCaseStartedId,
    externalAttachment?.testStepId,
    externalAttachment?.testRunHookStartedId,
    testRunHookStarted?.testRunStartedId,
    testRunHookStarted?.hookId,
    testRunHookFinished?.testRunHookStartedId,
    testRunFinished?.testRunStartedId,
  ])
}

function present(ids: readonly (string | undefined)[]): readonly string[] {
  return ids.filter((id) => id !== undefined)
}

/** The message with these ids in place of those it names of features, hooks, steps' definitions and the run. */
export function renamed(message: Message, nameOf: (id: string) => string): Message {
  const { testCase, suggestion, testRunHookStarted } = message
  if (testCase) {
    const testSteps = testCase.testSteps.map((step) => ({
      ...step,
      ...(step.hookId === undefined ? {} : { hookId: nameOf(step.hookId) }),
      ...(step.pickleStepId === undefined ? {} : { pickleStepId: nameOf(step.pickleStepId) }),
      ...(step.stepDefinitionIds === undefined ? {} : { stepDefinitionIds: step.stepDefinitionIds.map(nameOf) }),
    }))
    const run = testCase.testRunStartedId === undefined ? {} : { testRunStartedId: nameOf(testCase.testRunStartedId) }
    return { testCase: { ...testCase, ...run, pickleId: nameOf(testCase.pickleId), testSteps } }
  }
  if (suggestion) return { suggestion: { ...suggestion, pickleStepId: nameOf(suggestion.pickleStepId) } }
  if (testRunHookStarted) {
    const { testRunStartedId, hookId } = testRunHookStarted
    const named = { testRunStartedId: nameOf(testRunStartedId), hookId: nameOf(hookId) }
    return { testRunHookStarted: { ...testRunHookStarted, ...named } }
  }
  return message
}
