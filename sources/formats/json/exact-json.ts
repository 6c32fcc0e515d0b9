import type { Json } from '../../../sigma/index.ts'

/** The largest number up to which each integer has a double of its own. */
const largestExact = '9007199254740992'

/** Sixteen digits or more where a number may stand; not those of a decimal or after an exponent. */
const longInteger = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g

/**
 * What `JSON.parse` makes of a text, but for integers beyond 2^53, which no number holds exactly: each is its digits as a
 * text (semantics 3.4). Decimals, exponents and what stands in quotes stay as they are. Takes any depth. Throws
 * the SyntaxError of `JSON.parse`.
 */
export function exactJson(text: string): Json {
  const json: Json = JSON.parse(text)
  return isPlain(json, 100) ? json : withExactIntegers(text, json)
}

/** The same; undefined for a text that is no JSON or has more brackets open at once. */
export function shallowJson(text: string, depth: number): Json | undefined {
  try {
    const json: Json = JSON.parse(text)
    if (isPlain(json, depth)) return json
    return isDeeper(json, depth) ? undefined : withExactIntegers(text, json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Whether no number in it is 2^53 or more and it is no deeper: so of nearly every event. Looking through the values takes
 * less than looking through the text for digits.
 */
function isPlain(json: Json, depth: number): boolean {
  if (typeof json === 'number') return Math.abs(json) < 2 ** 53
  if (typeof json !== 'object' || json === null) return true
  if (depth === 0) return false
  for (const value of Object.values(json)) if (typeof value !== 'string' && !isPlain(value, depth - 1)) return false
  return true
}

function isDeeper(json: Json, depth: number): boolean {
  if (typeof json !== 'object' || json === null) return false
  return depth === 0 || Object.values(json).some((value) => isDeeper(value, depth - 1))
}

function withExactIntegers(text: string, json: Json): Json {
  const quoted = withQuotedIntegers(text)
  return quoted === text ? json : JSON.parse(quoted)
}

/** Sound JSON with its integers beyond 2^53 in quotes. */
function withQuotedIntegers(text: string): string {
  const parts: string[] = []
  let taken = 0
  /** Outside of quotes, and every quote before it is passed. */
  let outside = 0
  longInteger.lastIndex = 0
  for (let found = longInteger.exec(text); found !== null; found = longInteger.exec(text)) {
    const at = found.index
    let quote = text.indexOf('"', outside)
    while (quote >= 0 && quote < at) {
      outside = endOfQuoted(text, quote)
      quote = text.indexOf('"', outside)
    }
    if (outside > at) longInteger.lastIndex = outside
    else if (isLarge(found[0])) {
      parts.push(text.slice(taken, at), `"${found[0]}"`)
      taken = at + found[0].length
    }
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(taken)
}

function isLarge(integer: string): boolean {
  const digits = integer.replace('-', '')
  return digits.length > largestExact.length || digits > largestExact
}

/** Just behind the quote that ends the text which begins at `quote`. */
function endOfQuoted(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslash = end
    while (text[backslash - 1] === '\\') backslash -= 1
    if ((end - backslash) % 2 === 0) return end + 1
  }
  return text.length
}
