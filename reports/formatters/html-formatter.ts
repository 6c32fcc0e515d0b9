import { createRequire } from 'node:module'
import type { FormatterPlugin } from '@cucumber/cucumber/api'
import { isVerdict } from '../run/attempt.ts'

/**
 * Cucumber's HTML report without what our steps attach: in the page it would be heavy, and a file for each is one for every
 * assertion of a suite. Options stand under `formatOptions.html`, as they do for it.
 */
const formatter: FormatterPlugin<unknown> = {
  type: 'formatter',
  optionsKey: 'html',
  formatter: (context) => {
    const { on } = context
    return htmlOfCucumber().formatter({
      ...context,
      on: (key, handler) =>
        on(key, (message) => {
          if (message.attachment === undefined || !isVerdict(message.attachment)) handler(message)
        }),
    })
  },
}

export default formatter

function htmlOfCucumber(): FormatterPlugin<unknown> {
  // Cucumber opens these parts to `require` only.
  const { default: builtin } = createRequire(import.meta.url)('@cucumber/cucumber/lib/formatter/builtin/index')
  return builtin.html
}
