/** A regular expression in the engine's spelling, once for each meaning of `$`. */
export interface ScannedRegex {
  /** For a text that any line feed may end. */
  readonly singleLine: string
  readonly multiline: string
  /**
   * Where something goes on after `$`, which then must not take the line feed that it stands before: for a text without a
   * final line feed, and for one that ends in the only one it has. Null where nothing goes on.
   */
  readonly goesOn: { readonly withoutFeed: string; readonly withFeed: string } | null
  readonly namesGroup: boolean
}

/**
 * `$` and `\Z` also match before a final line feed, which the engine's own `$` does not; it has no way to look ahead, so that
 * the line feed is taken in.
 */
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
  let namesGroup = false
  const rest = /\\[\s\S]?|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]?|\(\?(?:P?<(?![=!]))?|[\s\S]/gu
  const tokens = [...pattern.matchAll(rest)].map(({ 0: token, index }) => ({ token, index }))
  for (const [at, { token, index }] of tokens.entries()) {
    if (isAnchor(token) && isQuantifier(tokens[at + 1]?.token)) return `nothing to repeat: ${token} has no width`
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
  }
  const spelled = (endOfLine: string | null, end: string): string =>
    tokens.map(({ token }) => endIn(token, endOfLine, end) ?? spelledForEngine(token)).join('')
  const texts = tokens.map(({ token }) => token)
  const goesOn = texts.some((token, at) => (token === '$' || token === '\\Z') && hasMore(texts, at))
  return {
    singleLine: spelled(endOfText, endOfText),
    multiline: spelled(null, endOfText),
    goesOn: goesOn ? { withoutFeed: spelled('\\z', '\\z'), withFeed: spelled('(?m:$)', '(?m:$)') } : null,
    namesGroup,
  }
}

/** What stands for `$` and for `\Z`; null for any other token, and for a `$` that stays. */
function endIn(token: string, endOfLine: string | null, end: string): string | null {
  if (token === '\\Z') return end
  return token === '$' ? endOfLine : null
}

/** Whether anything can be matched after this token: not where only its groups close or another branch begins. */
function hasMore(tokens: readonly string[], at: number): boolean {
  let [depth, isOtherBranch] = [0, false]
  for (const token of tokens.slice(at + 1)) {
    if (token === '(' || token === '(?' || token.startsWith('(?P<') || token.startsWith('(?<')) depth += 1
    if (isOtherBranch || depth > 0) {
      if (!isOtherBranch) return true
      if (token === ')' && depth === 0) isOtherBranch = false
      else if (token === ')') depth -= 1
    } else if (token === '|') isOtherBranch = true
    else if (token !== ')' && token !== '?') return true
  }
  return false
}

function isAnchor(token: string): boolean {
  return ['^', '$', '\\A', '\\Z', '\\z', '\\b', '\\B'].includes(token)
}

function isQuantifier(token: string | undefined): boolean {
  return token === '*' || token === '+' || token === '?' || token === '{'
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
