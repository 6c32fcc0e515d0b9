import type { ITestCaseHookParameter, ITestStepHookParameter } from '@cucumber/cucumber'

/** The feature that Cucumber hands to a hook. */
export type HookedDocument = ITestCaseHookParameter['gherkinDocument']

export type HookedPickle = ITestCaseHookParameter['pickle']

export type HookedStep = ITestStepHookParameter['pickleStep']
