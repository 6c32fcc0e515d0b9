/** A Sigma text cut into what stands for one character each: an escape with what it escapes, else a code point. */
export function unitsOf(text: string): readonly string[] {
  return text.match(/\\[\\*?]|[\s\S]/gu) ?? []
}

/** Units as a text again: a backslash that comes to stand before another unit than its own must not begin to escape it. */
export function joinedUnits(before: readonly string[], after: readonly string[]): string {
  const next = after[0] ?? ''
  const isEscaping = before.at(-1) === '\\' && (next.startsWith('\\') || next === '*' || next === '?')
  return [...before, ...(isEscaping ? ['\\'] : []), ...after].join('')
}

/** Whether a unit is a wildcard. */
export function isWildcard(unit: string | undefined): boolean {
  return unit === '*' || unit === '?'
}

/** A character as a unit that stands for itself. */
export function unitOf(character: string): string {
  return isWildcard(character) ? `\\${character}` : character
}
