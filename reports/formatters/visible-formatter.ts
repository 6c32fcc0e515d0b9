import { createRequire } from 'node:module'
import type { FormatterPlugin } from '@cucumber/cucumber/api'
import { visibleMessage } from './visible-messages.ts'

/** Under this key of `formatOptions` stands which of Cucumber's own formatters is meant. */
const optionName = 'sigmaproofShown'

/** Cucumber's formatters for people, shown messages in which no text can act on a terminal. */
const formatter: FormatterPlugin<unknown> = {
  type: 'formatter',
  formatter: (context) => {
    const { on } = context
    return pluginIn(context.options).formatter({
      ...context,
      on: (key, handler) => on(key, (message) => handler(visibleMessage(message))),
    })
  },
}

export default formatter

function pluginIn(options: unknown): FormatterPlugin<unknown> {
  const name: unknown = Object(options)[optionName]
  // Cucumber opens these parts to `require` only.
  const { default: builtin } = createRequire(import.meta.url)('@cucumber/cucumber/lib/formatter/builtin/index')
  return builtin[String(name)]
}
