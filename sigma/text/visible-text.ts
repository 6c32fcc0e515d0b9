/**
 * Characters that could act on a terminal, a CI log or a reader's eye instead of being read: C0 and C1 controls,
 * bidirectional marks and overrides, line and paragraph separators, zero-width and tag characters, lone surrogates.
 */
const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gu

/**
 * A text written by somebody else (a title, a field, a value), made safe to show: every control and bidirectional
 * character becomes `\u{...}`. For text on one line: a line feed is shown too.
 */
export function visibleText(text: string): string {
  return text.replace(acting, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
}

/** The same for a message of our own of several lines: its line feeds stand. */
export function visibleLines(message: string): string {
  return message.split('\n').map(visibleText).join('\n')
}
