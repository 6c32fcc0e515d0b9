import { type CodePoints, charactersOf, codePoints, complementOf, type Range } from './code-points.ts'

const digit: Range = [0x30, 0x39]
const upper: Range = [0x41, 0x5a]
const lower: Range = [0x61, 0x7a]
const low: Range = [0x5f, 0x5f]

const sets: Readonly<Record<string, CodePoints>> = {
  d: codePoints(digit),
  w: codePoints(digit, upper, lower, low),
  s: charactersOf('\t\n\v\f\r '),
}

/** What `\d`, `\w`, `\s` and their capitals stand for: ASCII, as in PCRE without its Unicode mode. Null for any other letter. */
export function setNamed(letter: string): CodePoints | null {
  const set = Object.hasOwn(sets, letter.toLowerCase()) ? sets[letter.toLowerCase()] : undefined
  if (set === undefined) return null
  return letter === letter.toLowerCase() ? set : complementOf(set)
}

const controls: ReadonlyMap<string, string> = new Map([
  ['a', '\u0007'],
  ['f', '\f'],
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['v', '\v'],
])

/** The control character that `\t` and the like stand for. */
export function controlNamed(letter: string): string | null {
  return controls.get(letter) ?? null
}

const posix: ReadonlyMap<string, CodePoints> = new Map([
  ['alnum', codePoints(digit, upper, lower)],
  ['alpha', codePoints(upper, lower)],
  ['ascii', codePoints([0, 0x7f])],
  ['blank', charactersOf('\t ')],
  ['cntrl', codePoints([0, 0x1f], [0x7f, 0x7f])],
  ['digit', codePoints(digit)],
  ['graph', codePoints([0x21, 0x7e])],
  ['lower', codePoints(lower)],
  ['print', codePoints([0x20, 0x7e])],
  ['punct', codePoints([0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e])],
  ['space', charactersOf('\t\n\v\f\r ')],
  ['upper', codePoints(upper)],
  ['word', codePoints(digit, upper, lower, low)],
  ['xdigit', codePoints(digit, [0x41, 0x46], [0x61, 0x66])],
])

/** What `[:alpha:]` and the like stand for within a class. */
export function posixClass(name: string): CodePoints | null {
  return posix.get(name) ?? null
}
