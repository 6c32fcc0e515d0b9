import { type EventLimits, eventLimits } from '../event-limits.ts'
import { hintForCharacter, hintForWord } from './json-hints.ts'

/** Where reading one JSON object stopped in a chunk of text. */
export type JsonStop =
  /** The chunk ended first. */
  | { readonly kind: 'open' }
  /** The object's last character stands just before `end`. */
  | { readonly kind: 'closed'; readonly end: number }
  /** Something in it is no JSON, but where it ends can still be told: read on from `at`. */
  | { readonly kind: 'flaw'; readonly at: number; readonly length: number; readonly message: string }
  /** The character at `at` cannot stand there, so that nobody knows where the object ends; or the object is too much. */
  | { readonly kind: 'fault'; readonly at: number; readonly message: string }

/** Reads an object on from `from`, in chunk after chunk until it is closed or faulty. */
export type JsonScan = (chunk: string, from: number) => JsonStop

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'end' | 'text' | 'escape' | 'hex' | 'literal'

const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

const endOfLiteral = /[\s,:[\]{}"]/g

const wanted: Readonly<Record<Exclude<Expected, 'text' | 'escape' | 'hex' | 'literal'>, string>> = {
  value: 'a value',
  'first-value': "a value or ']'",
  key: 'a name in quotes',
  'first-key': "a name in quotes or '}'",
  colon: "':'",
  end: "',' or the closing bracket",
}

/**
 * Starts reading a JSON object at its opening brace (RFC 8259), without making anything of it: what tells objects that
 * stand one after another apart, and finds the first place where one is broken, or is more than the limits allow.
 */
export function scanJson(limits: EventLimits = eventLimits): JsonScan {
  let expected: Expected = 'value'
  /** The brackets that are open; true for `{`. */
  const open: boolean[] = []
  let isKey = false
  let word = ''
  /** What an escape by number has of its four digits. */
  let digits = ''
  let values = 0

  return (chunk, from) => {
    for (let at = from; at < chunk.length; at += 1) {
      const char = chunk.charAt(at)
      if (expected === 'text') {
        at = endOfPlainText(chunk, at)
        const next = chunk.charAt(at)
        if (next === '"') expected = isKey ? 'colon' : 'end'
        else if (next === '\\') expected = 'escape'
        else if (next === '\n' || next === '\r')
          return { kind: 'fault', at, message: 'a text is not closed on its line; a line break in a text is \\n' }
        else if (next !== '') return flaw(at + 1, 1, `a control character stands in a text${hintForCharacter(next)}`)
      } else if (expected === 'escape') {
        expected = char === 'u' ? 'hex' : 'text'
        digits = ''
        if (!'"\\/bfnrtu'.includes(char))
          return flaw(at + 1, 2, `'\\${char}' is no escape in JSON; a backslash is '\\\\'`)
      } else if (expected === 'hex') {
        const isDigit = /[\dA-Fa-f]/.test(char)
        if (isDigit) digits += char
        if (!isDigit || digits.length === 4) expected = 'text'
        if (!isDigit) return flaw(at, digits.length + 2, `'\\u${digits}' is no escape in JSON; it has four digits`)
      } else {
        if (expected === 'literal') {
          const end = endOfWord(chunk, at)
          word += chunk.slice(at, end)
          at = end
          if (at === chunk.length) break
          expected = 'end'
          if (!literal.test(word))
            return flaw(at, word.length, `'${word.slice(0, 40)}' is no value in JSON${hintForWord(word)}`)
        }
        const next = chunk.charAt(at)
        if (next === ' ' || next === '\n' || next === '\t' || next === '\r') continue
        if (!takes(next)) return closesAfterComma(next) ? commaBefore(at, next) : unwanted(at, next)
        if (open.length === 0) return { kind: 'closed', end: at + 1 }
        if (open.length > limits.depth)
          return { kind: 'fault', at, message: `an event nests over ${limits.depth} deep, which no log does` }
        if (values > limits.values) return { kind: 'fault', at, message: `an event has over ${limits.values} values` }
      }
    }
    return { kind: 'open' }
  }

  function flaw(at: number, length: number, message: string): JsonStop {
    return { kind: 'flaw', at, length, message }
  }

  function commaBefore(at: number, bracket: string): JsonStop {
    const message = `${wantedHere()} is expected, not '${bracket}'; remove the comma before it`
    expected = bracket === '}' ? 'first-key' : 'first-value'
    return flaw(at, 0, message)
  }

  function unwanted(at: number, char: string): JsonStop {
    return { kind: 'fault', at, message: `${wantedHere()} is expected, not '${char}'${hintForCharacter(char)}` }
  }

  /** Whether a bracket closes what it may close but for a comma before it. */
  function closesAfterComma(char: string): boolean {
    return (char === '}' && expected === 'key') || (char === ']' && expected === 'value' && open.at(-1) === false)
  }

  /** Takes a character that is no blank and in no text; answers whether it may stand there. */
  function takes(char: string): boolean {
    switch (char) {
      case '{':
      case '[':
        if (!startsValue()) return false
        open.push(char === '{')
        expected = char === '{' ? 'first-key' : 'first-value'
        return true
      case '}':
      case ']': {
        const isFirst = expected === (char === '}' ? 'first-key' : 'first-value')
        if (open.at(-1) !== (char === '}') || !(isFirst || expected === 'end')) return false
        open.pop()
        expected = 'end'
        return true
      }
      case ',':
        if (expected !== 'end') return false
        expected = open.at(-1) === true ? 'key' : 'value'
        return true
      case ':':
        if (expected !== 'colon') return false
        expected = 'value'
        return true
      case '"':
        isKey = expected === 'key' || expected === 'first-key'
        if (!isKey && !startsValue()) return false
        expected = 'text'
        return true
      default:
        if (!startsValue()) return false
        expected = 'literal'
        word = char
        return true
    }
  }

  /** Whether a value may stand here; counts it. */
  function startsValue(): boolean {
    if (expected !== 'value' && expected !== 'first-value') return false
    values += 1
    return true
  }

  function wantedHere(): string {
    if (expected === 'text' || expected === 'escape' || expected === 'hex' || expected === 'literal')
      return wanted.value
    return wanted[expected]
  }
}

function endOfWord(chunk: string, from: number): number {
  endOfLiteral.lastIndex = from
  return endOfLiteral.exec(chunk)?.index ?? chunk.length
}

/** The next character of a text that is not just itself: the quote, a backslash or a control character. */
function endOfPlainText(chunk: string, from: number): number {
  let at = from
  for (; at < chunk.length; at += 1) {
    const code = chunk.charCodeAt(at)
    if (code === 0x22 || code === 0x5c || code < 0x20) break
  }
  return at
}
