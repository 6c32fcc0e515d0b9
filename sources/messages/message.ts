import type { FormatterPluginContext } from '@cucumber/cucumber/api'

/** One of Cucumber's messages. */
export type Message = Parameters<Parameters<FormatterPluginContext<unknown>['on']>[1]>[0]
