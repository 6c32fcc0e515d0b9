/** A word or a parenthesis of a condition; `kind` is `other` for a character that conditions cannot hold. */
export interface Token {
  readonly kind: 'word' | '(' | ')' | 'other'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Splits a condition into words of `[A-Za-z0-9_*-]`, parentheses, and characters that do not belong there. */
export function conditionTokens(text: string): readonly Token[] {
  return [...text.matchAll(/[A-Za-z0-9_*-]+|[^ \t\r\n]/gu)].map(({ 0: found, index }) => ({
    kind: kindOf(found),
    text: found,
    start: index,
    end: index + found.length,
  }))
}

function kindOf(text: string): Token['kind'] {
  if (text === '(' || text === ')') return text
  return /^[A-Za-z0-9_*-]/.test(text) ? 'word' : 'other'
}
