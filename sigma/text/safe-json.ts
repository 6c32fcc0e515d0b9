import { inertJson } from './inert-lines.ts'

/** What JSON may hold as it is and a terminal or a reader's eye might obey. */
const acting =
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

/** JSON that says the same as `JSON.stringify` and is safe to print: control and bidirectional characters are escaped. */
export function safeJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent).replace(acting, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
  return inertJson(text)
}
