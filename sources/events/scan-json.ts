/** Where reading one JSON object stopped in a chunk of text. */
export type JsonStop =
  /** The chunk ended first. */
  | { readonly kind: 'open' }
  /** The object's last character stands just before `end`. */
  | { readonly kind: 'closed'; readonly end: number }
  /** Something in it is no JSON, but where it ends can still be told: read on from `at`. */
  | { readonly kind: 'flaw'; readonly at: number; readonly length: number; readonly message: string }
  /** The character at `at` cannot stand there, so that nobody knows where the object ends. */
  | { readonly kind: 'fault'; readonly at: number; readonly message: string }

/** Reads an object on from `from`, in chunk after chunk until it is closed or faulty. */
export type JsonScan = (chunk: string, from: number) => JsonStop

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'end' | 'text' | 'escape' | 'literal'

const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

const wanted: Readonly<Record<Exclude<Expected, 'text' | 'escape' | 'literal'>, string>> = {
  value: 'a value',
  'first-value': "a value or ']'",
  key: 'a name in quotes',
  'first-key': "a name in quotes or '}'",
  colon: "':'",
  end: "',' or the closing bracket",
}

/**
 * Starts reading a JSON object at its opening brace (RFC 8259), without making anything of it: what tells objects that
 * stand one after another apart, and finds the first place where one is broken.
 */
export function scanJson(): JsonScan {
  let expected: Expected = 'value'
  /** The brackets that are open; true for `{`. */
  const open: boolean[] = []
  let isKey = false
  let word = ''

  return (chunk, from) => {
    for (let at = from; at < chunk.length; at += 1) {
      const char = chunk.charAt(at)
      if (expected === 'text') {
        at = endOfPlainText(chunk, at)
        const next = chunk.charAt(at)
        if (next === '"') expected = isKey ? 'colon' : 'end'
        else if (next === '\\') expected = 'escape'
        else if (next === '\n' || next === '\r')
          return { kind: 'fault', at, message: 'a text is not closed on its line' }
        else if (next !== '') return flaw(at + 1, 1, 'a control character stands in a text; write it as \\u00..')
      } else if (expected === 'escape') {
        expected = 'text'
        if (!'"\\/bfnrtu'.includes(char))
          return flaw(at + 1, 2, `'\\${char}' is no escape in JSON; a backslash is '\\\\'`)
      } else if (expected === 'literal' && !/[\s,:[\]{}"]/.test(char)) word += char
      else {
        if (expected === 'literal') {
          expected = 'end'
          if (!literal.test(word)) return flaw(at, word.length, `'${word.slice(0, 40)}' is no value in JSON`)
        }
        if (char === ' ' || char === '\n' || char === '\t' || char === '\r') continue
        if (!takes(char)) return { kind: 'fault', at, message: `${wantedHere()} is expected, not '${char}'` }
        if (open.length === 0) return { kind: 'closed', end: at + 1 }
      }
    }
    return { kind: 'open' }
  }

  function flaw(at: number, length: number, message: string): JsonStop {
    return { kind: 'flaw', at, length, message }
  }

  /** Takes a character that is no blank and in no text; answers whether it may stand there. */
  function takes(char: string): boolean {
    switch (char) {
      case '{':
      case '[':
        if (expected !== 'value' && expected !== 'first-value') return false
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
        if (expected === 'colon' || expected === 'end') return false
        isKey = expected === 'key' || expected === 'first-key'
        expected = 'text'
        return true
      default:
        if (expected !== 'value' && expected !== 'first-value') return false
        expected = 'literal'
        word = char
        return true
    }
  }

  function wantedHere(): string {
    return expected === 'text' || expected === 'escape' || expected === 'literal' ? 'a value' : wanted[expected]
  }
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
