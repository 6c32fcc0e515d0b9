/** A regular expression in the engine's spelling, once for each meaning of `$`. */
export interface ScannedRegex {
  readonly singleLine: string
  readonly multiline: string
  readonly namesGroup: boolean
}

/** `$` and `\Z` also match before a final line feed, which the engine's own `$` does not. */
const endOfText = '(?:\\n?\\z)'

const refusedEscapes: Readonly<Record<string, string>> = {
  G: '\\G is not supported',
  K: '\\K is not supported',
  Q: '\\Q...\\E is not supported',
  E: '\\Q...\\E is not supported',
  R: '\\R is not supported',
  X: '\\X is not supported',
  h: '\\h is not supported',
  H: '\\H is not supported',
  N: '\\N is not supported',
  k: 'back-references are not supported',
  g: 'back-references are not supported',
}

const refusedGroups: readonly (readonly [RegExp, string])[] = [
  [/^\(\?<?[=!]/, 'lookaround is not supported'],
  [/^\(\?>/, 'atomic groups are not supported'],
  [/^\(\?#/, 'comments are not supported'],
  [/^\(\?P=/, 'back-references are not supported'],
  [/^\(\?(?:R|[+-]?\d|&|P>)/, 'recursion is not supported'],
  [/^\(\?\(/, 'conditionals are not supported'],
  [/^\(\?\|/, 'branch reset is not supported'],
  [/^\(\?[a-zA-Z]*-?[a-zA-Z]*[:)]/, 'flags are supported only at the start, in one group such as (?i)'],
]

/**
 * Walks a regular expression without its leading flags and puts it in the engine's spelling (semantics 4.4, for a
 * linear engine). Answers the reason when it holds a construct outside the supported flavour.
 */
export function scanRegex(pattern: string): ScannedRegex | string {
  let singleLine = ''
  let multiline = ''
  let namesGroup = false
  const rest = /\\[\s\S]?|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]?|\(\?(?:P?<(?![=!]))?|[\s\S]/gu
  for (const { 0: token, index } of pattern.matchAll(rest)) {
    if (token.startsWith('\\')) {
      const refusal = refusedEscape(token.charAt(1))
      if (refusal !== null) return refusal
    }
    if (token.startsWith('(?')) {
      if (token !== '(?') namesGroup = true
      else if (pattern.charAt(index + 2) !== ':') {
        const group = pattern.slice(index)
        return refusedGroups.find(([shape]) => shape.test(group))?.[1] ?? 'unknown kind of group'
      }
    }
    const spelled = spelledForEngine(token)
    singleLine += token === '$' || token === '\\Z' ? endOfText : spelled
    multiline += token === '\\Z' ? endOfText : spelled
  }
  return { singleLine, multiline, namesGroup }
}

/** PCRE's `\s` holds the vertical tab, the engine's does not. */
const space = ' \\t-\\r'
const noSpace = '\\x00-\\x08\\x0e-\\x1f!-\\x{10ffff}'

/** A token of a pattern, or a whole class of it, as the engine has to read it. */
function spelledForEngine(token: string): string {
  if (token === '\\s') return `[${space}]`
  if (token === '\\S') return `[^${space}]`
  if (!token.startsWith('[')) return token
  // A hyphen before a set is no range, in PCRE as here.
  return token.replaceAll(/-(?=\\[sS])|\\[\s\S]/g, (part) =>
    part === '-' ? '\\-' : part === '\\s' ? space : part === '\\S' ? noSpace : part,
  )
}

function refusedEscape(letter: string): string | null {
  if (/^[1-9]$/.test(letter)) return 'back-references are not supported'
  return Object.hasOwn(refusedEscapes, letter) ? (refusedEscapes[letter] ?? null) : null
}
