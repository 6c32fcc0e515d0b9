import { escape as escapeHtml } from 'html-escaper'
import type { Event, Json } from '../../sigma/index.ts'
import { windowsEventIn } from '../kinds/event-in.ts'
import { eventNamespace, eventTags, type SystemTag } from './event-tags.ts'

/**
 * An event as Windows renders it to XML: GUIDs in braces, numbers in decimal, booleans as words. The form is fixed, two
 * blocks of tags with text and attributes alone, so an escaper is all that it needs of a library.
 */
export function xmlOf(event: Event): string {
  const guids =
    windowsEventIn(event)
      ?.fields.filter((field) => field.type === 'GUID')
      .map((field) => field.name) ?? []
  const { system, data, userData } = eventTags(event)
  const texts = data.map(([name, value]) => [escaped(name), escaped(textOf(value, guids.includes(name)))] as const)
  return [
    `<Event xmlns="${eventNamespace}">`,
    '<System>',
    ...system.map(systemTag),
    '</System>',
    ...(userData === null
      ? ['<EventData>', ...texts.map(([name, text]) => `<Data Name="${name}">${text}</Data>`), '</EventData>']
      : [
          `<UserData><${userData.element} xmlns="${userData.namespace}">`,
          ...texts.map(([name, text]) => `<${name}>${text}</${name}>`),
          `</${userData.element}></UserData>`,
        ]),
    '</Event>',
  ].join('')
}

const braced: readonly string[] = ['Guid', 'ActivityID']

function systemTag({ tag, attributes, text }: SystemTag): string {
  const listed = attributes.map(
    ([name, value]) => ` ${escaped(name)}="${escaped(textOf(value, braced.includes(name)))}"`,
  )
  if (text === undefined || text === null) return `<${tag}${listed.join('')}/>`
  return `<${tag}${listed.join('')}>${escaped(textOf(text, false))}</${tag}>`
}

function textOf(value: Json, isGuid: boolean): string {
  if (value === null) return ''
  if (typeof value === 'object') return JSON.stringify(value)
  return isGuid && /^[0-9a-f-]{36}$/i.test(String(value)) ? `{${value}}` : String(value)
}

/** XML 1.0 has no other control characters, no lone surrogates and no U+FFFE or U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Whether XML 1.0 can hold every character of a text. */
export function isLegal(text: string): boolean {
  return text.search(illegal) < 0
}

/** A CR would be read as a line end. */
function escaped(text: string): string {
  const legal = text.replaceAll(illegal, '\u{FFFD}')
  return escapeHtml(legal).replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}
