import type { FormatterPluginContext } from '@cucumber/cucumber/api'

/** One of Cucumber's messages. */
export type Message = Parameters<Parameters<FormatterPluginContext<unknown>['on']>[1]>[0]

/** One scenario, or one row of an outline, ready to run. */
export type Pickle = NonNullable<Message['pickle']>

/** The steps and hooks that a pickle is run as. */
export type TestCase = NonNullable<Message['testCase']>

export type Timestamp = NonNullable<Message['testCaseFinished']>['timestamp']
