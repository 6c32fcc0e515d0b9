import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { FormatterPlugin } from '@cucumber/cucumber/api'
import type { Message } from '../../sources/index.ts'
import { visibleMessage } from './visible-messages.ts'
import { withTexts } from './with-texts.ts'

/**
 * Cucumber's JUnit report, mended: its writer ends a CDATA section at the second `]]>` of a text, and what it leaves out of
 * characters that XML does not know can join others to one. Options stand under `formatOptions.junit`, as they do for it.
 */
const formatter: FormatterPlugin<unknown> = {
  type: 'formatter',
  optionsKey: 'junit',
  formatter: async (context) => {
    const { on, write } = context
    const plugin = await junitOfCucumber()
    return plugin.formatter({
      ...context,
      on: (key, handler) =>
        on(key, (message) => {
          if (message.attachment === undefined) handler(legalMessage(message))
        }),
      write: (text) => write(withSplitSections(String(text))),
    })
  },
}

export default formatter

/** Stands between `]]` and `>` until the text is written: a character that means nothing to anybody. */
const mark = '\uFDD0'

/** What XML 1.0 does not hold and {@link visibleMessage} leaves, and our mark. */
const illegal = /[\uFDD0\uFFFE\uFFFF]/g

function legalMessage(message: Message): Message {
  return withTexts(visibleMessage(message), legalText)
}

function legalText(text: string): string {
  return text
    .replace(illegal, (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replaceAll(']]>', `]]${mark}>`)
}

/** In a CDATA section the text goes on in a second one; anywhere else it may hold what ends one. */
function withSplitSections(xml: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => part.replaceAll(mark, part.startsWith('<![CDATA[') ? ']]><![CDATA[' : ''))
    .join('')
}

async function junitOfCucumber(): Promise<FormatterPlugin<unknown>> {
  const cucumber = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json'))
  const { default: plugin } = await import(pathToFileURL(cucumber.resolve('@cucumber/junit-xml-formatter')).href)
  return plugin
}
