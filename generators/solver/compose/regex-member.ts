import type { Regex } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Piece } from '../operators/definition.ts'

/**
 * A text in which the expression is found, read off it from left to right; what it cannot read it takes as it stands, so
 * the caller has to check. Line feeds and control characters are never chosen.
 */
export function regexMember({ pattern }: Regex, chance: Chance): Piece {
  let at = 0

  // alternation = sequence, { "|", sequence } ;
  function alternation(): string {
    const choices = [sequence()]
    while (pattern[at] === '|') {
      at += 1
      choices.push(sequence())
    }
    return chance.helpers.arrayElement(choices)
  }

  // sequence = { atom, [ quantifier ] } ;
  function sequence(): string {
    let text = ''
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const from = at
      const once = atom()
      const count = quantifier()
      text += once
      for (let more = 1; more < count; more += 1) {
        const end = at
        at = from
        text += atom()
        at = end
      }
      if (count === 0) text = text.slice(0, text.length - once.length)
    }
    return text
  }

  // quantifier = "*" | "+" | "?" | "{", digits, [ ",", [ digits ] ], "}", then perhaps "?" ;
  function quantifier(): number {
    const [written = '', least, range, most] = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(pattern.slice(at)) ?? []
    at += written.length
    if (written === '') return 1
    if (written.startsWith('{')) {
      const fewest = Number(least)
      if (range === undefined) return fewest
      return chance.number.int({ min: fewest, max: most === '' ? fewest + 2 : Math.min(Number(most), fewest + 2) })
    }
    if (written.startsWith('+')) return chance.number.int({ min: 1, max: 2 })
    return chance.number.int({ min: 0, max: 1 })
  }

  function atom(): string {
    const char = pattern[at] ?? ''
    at += 1
    switch (char) {
      case '(':
        return group()
      case '[':
        return characterClass()
      case '.':
        return chance.helpers.arrayElement(['a', '1', 'x'])
      case '^':
        return startMark
      case '$':
        return endMark
      case '\\':
        return escaped()
      default:
        return char
    }
  }

  function group(): string {
    at += /^\?(?::|P?<[^>=!]+>)/.exec(pattern.slice(at))?.[0].length ?? 0
    const text = alternation()
    at += 1
    return text
  }

  function escaped(): string {
    const char = pattern[at] ?? ''
    at += 1
    if (char === 'x' || char === 'u') {
      const digits = /^[0-9a-fA-F]{2,4}/.exec(pattern.slice(at))?.[0].slice(0, char === 'x' ? 2 : 4) ?? ''
      at += digits.length
      return digits === '' ? char : String.fromCodePoint(Number.parseInt(digits, 16))
    }
    if (char === 'A') return startMark
    if (char === 'z' || char === 'Z') return endMark
    if (char === 'b' || char === 'B') return ''
    const members = classes.get(char)
    return members === undefined ? (controls.get(char) ?? char) : chance.helpers.arrayElement([...members])
  }

  function characterClass(): string {
    const negated = pattern[at] === '^'
    if (negated) at += 1
    const start = at
    const members: string[] = []
    while (at < pattern.length && (pattern[at] !== ']' || at === start)) members.push(...classMembers())
    at += 1
    const allowed = negated ? [...printable].filter((char) => !members.includes(char)) : members
    return allowed.length === 0 ? '' : chance.helpers.arrayElement(allowed)
  }

  function classMembers(): readonly string[] {
    const [posix = ''] = /^\[:[a-z]+:\]/.exec(pattern.slice(at)) ?? []
    if (posix !== '') {
      at += posix.length
      return ['a', '1']
    }
    const from = classCharacter()
    if (typeof from !== 'string') return from
    if (pattern[at] !== '-' || pattern[at + 1] === ']' || at + 1 >= pattern.length) return [from]
    at += 1
    const to = classCharacter()
    const [low, high] = [from.codePointAt(0) ?? 0, typeof to === 'string' ? (to.codePointAt(0) ?? 0) : 0]
    return Array.from({ length: Math.min(128, Math.max(1, high - low + 1)) }, (_, step) =>
      String.fromCodePoint(low + step),
    )
  }

  function classCharacter(): string | readonly string[] {
    const char = pattern[at] ?? ''
    at += 1
    if (char !== '\\') return char
    const members = classes.get(pattern[at] ?? '')
    if (members === undefined) return escaped()
    at += 1
    return [...members]
  }

  const text = alternation()
  return {
    text: text.replaceAll(startMark, '').replaceAll(endMark, ''),
    start: text.startsWith(startMark),
    end: text.endsWith(endMark),
  }
}

/** Where `^` and `$` stood, until the text is whole. */
const startMark = '\u{10FFFB}'
const endMark = '\u{10FFFC}'

const printable = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _.,;:-+=/\\()[]{}"\'<>!@#$%^&*|~'
const letters = 'abcdefghijklmnopqrstuvwxyz'

const classes: ReadonlyMap<string, string> = new Map([
  ['d', '0123456789'],
  ['D', letters],
  ['w', `${letters}0123456789`],
  ['W', ' .-'],
  ['s', ' '],
  ['S', letters],
])

const controls: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
])
