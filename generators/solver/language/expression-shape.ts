import { goesOnAfterEnd, type Regex } from '../../../sigma/index.ts'
import {
  anyCodePoint,
  type CodePoints,
  charactersOf,
  codePoints,
  complementOf,
  pointOf,
  type Range,
} from './code-points.ts'
import { controlNamed, posixClass, setNamed } from './expression-sets.ts'
import { alikeInExpression } from './letter-case.ts'
import { anyText, choice, emptyText, repeated, type Shape, sequence, type TextEdge } from './shape.ts'

/** More repetitions than an engine of linear time takes. */
const mostRepetitions = 1_000

/**
 * The texts in which the expression is found (semantics 4.4); null for what is not read here, such as a Unicode
 * property, or a `$` that something goes on after. Agrees with the engine that the evaluator uses: a test holds the two against each other.
 */
export function shapeOfExpression(regex: Regex): Shape | null {
  if (goesOnAfterEnd(regex)) return null
  const { pattern, ignoreCase, multiline, dotAll } = regex
  const source = Array.from(pattern)
  let at = 0
  let isRead = true

  // alternation = sequence, { "|", sequence } ;
  function alternation(): Shape {
    const options = [concatenation()]
    while (source[at] === '|') {
      at += 1
      options.push(concatenation())
    }
    return choice(...options)
  }

  // sequence = { atom, [ quantifier ] } ;
  function concatenation(): Shape {
    const parts: Shape[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified(atom()))
    return sequence(...parts)
  }

  // quantifier = "*" | "+" | "?" | "{", digits, [ ",", [ digits ] ], "}", then perhaps "?" ;
  function quantified(part: Shape): Shape {
    const written = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at, at + 16).join(''))
    if (written === null) return part
    at += written[0].length
    if (/^[*+?]/.test(written[0])) {
      const [least, most] = { '*': [0, null], '+': [1, null], '?': [0, 1] }[written[0].charAt(0)] ?? [1, 1]
      return quantified(repeated(part, least ?? 0, most ?? null))
    }
    const least = Number(written[1])
    const most = written[2] === undefined ? least : written[3] === '' ? null : Number(written[3])
    if (least > mostRepetitions || (most ?? 0) > mostRepetitions) isRead = false
    return isRead ? quantified(repeated(part, least, most)) : emptyText
  }

  function atom(): Shape {
    const char = source[at] ?? ''
    at += 1
    switch (char) {
      case '(':
        return group()
      case '[':
        return { kind: 'one', of: characterClass() }
      case '.':
        return { kind: 'one', of: dotAll ? anyCodePoint : complementOf(charactersOf('\n')) }
      case '^':
        return edge(multiline ? 'line-start' : 'text-start')
      case '$':
        return multiline ? edge('line-end') : endOfText
      case '\\':
        return escaped()
      default:
        return one(char)
    }
  }

  function group(): Shape {
    const opening = /^\?(?::|P?<[^>=!]+>)/.exec(source.slice(at, at + 80).join(''))?.[0] ?? ''
    if (opening === '' && source[at] === '?') isRead = false
    at += Array.from(opening).length
    const inner = alternation()
    if (source[at] !== ')') isRead = false
    at += 1
    return inner
  }

  function escaped(): Shape {
    const char = source[at] ?? ''
    switch (char) {
      case 'A':
      case 'z':
      case 'Z':
      case 'b':
      case 'B':
        at += 1
        return char === 'Z' ? endOfText : edge(edges[char])
      default: {
        const found = escapedSet()
        return typeof found === 'string' ? one(found) : { kind: 'one', of: found }
      }
    }
  }

  /** What follows a backslash: a set of characters, or one character. */
  function escapedSet(): CodePoints | string {
    const char = source[at] ?? ''
    at += 1
    const named = setNamed(char)
    if (named !== null) return named
    if (char === 'x') return hexCharacter()
    if (/[0-9]/.test(char)) {
      const octal = /^[0-7]{1,3}/.exec(source.slice(at - 1, at + 2).join(''))?.[0] ?? ''
      if (!char.startsWith('0')) isRead = false
      at += Math.max(0, octal.length - 1)
      return String.fromCodePoint(Number.parseInt(octal || '0', 8))
    }
    if (/[A-Za-z]/.test(char) && controlNamed(char) === null) isRead = false
    return controlNamed(char) ?? char
  }

  function hexCharacter(): string {
    const [written = '', braced, plain] =
      /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(source.slice(at, at + 8).join('')) ?? []
    at += written.length
    const point = Number.parseInt(braced ?? plain ?? '', 16)
    if (!(point <= 0x10ffff)) isRead = false
    return isRead ? String.fromCodePoint(point) : ''
  }

  function characterClass(): CodePoints {
    const isNegated = source[at] === '^'
    if (isNegated) at += 1
    const start = at
    const members: Range[] = []
    while (at < source.length && (source[at] !== ']' || at === start)) members.push(...classMember())
    if (at >= source.length) isRead = false
    at += 1
    const set = codePoints(...members)
    return isNegated ? complementOf(set) : set
  }

  function classMember(): CodePoints {
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(source.slice(at, at + 16).join(''))
    if (posix !== null) {
      at += posix[0].length
      const set = posixClass(posix[2] ?? '')
      if (set === null) isRead = false
      return set === null ? [] : posix[1] === '^' ? complementOf(set) : set
    }
    const from = classCharacter()
    if (typeof from !== 'string') return from
    if (source[at] !== '-' || source[at + 1] === ']' || at + 1 >= source.length)
      return cased([pointOf(from), pointOf(from)])
    at += 1
    const to = classCharacter()
    if (typeof to === 'string' && pointOf(from) <= pointOf(to)) return cased([pointOf(from), pointOf(to)])
    isRead = false
    return []
  }

  function classCharacter(): string | CodePoints {
    const char = source[at] ?? ''
    at += 1
    if (char !== '\\') return char
    return source[at] === 'b' ? refused() : escapedSet()
  }

  function refused(): string {
    isRead = false
    at += 1
    return ''
  }

  /** A range with the other letter cases of its members. */
  function cased([first, last]: Range): CodePoints {
    if (!ignoreCase) return [[first, last]]
    if (last - first > 0x300) isRead = false
    const points = isRead ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : []
    return codePoints(...points.flatMap((point) => alikeInExpression(String.fromCodePoint(point))))
  }

  function one(char: string): Shape {
    return { kind: 'one', of: cased([pointOf(char), pointOf(char)]) }
  }

  const found = alternation()
  return isRead && at >= source.length ? sequence(anyText, found, anyText) : null
}

const edges = { A: 'text-start', z: 'text-end', b: 'word-edge', B: 'no-word-edge' } as const

function edge(which: TextEdge): Shape {
  return { kind: 'edge', edge: which }
}

/** `$` and `\Z` take a final line feed, as the evaluator spells them for its engine. */
const endOfText: Shape = sequence(repeated({ kind: 'one', of: charactersOf('\n') }, 0, 1), edge('text-end'))
