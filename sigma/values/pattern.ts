import type { Pattern, PatternPart } from '../rule/predicate.ts'

const anyRun: PatternPart = { kind: 'any-run' }
const anyOne: PatternPart = { kind: 'any-one' }

/** Parses a Sigma string (semantics 3.1): `*` and `?` are wildcards, `\` escapes a wildcard or another `\`. */
export function parsePattern(text: string): Pattern {
  const parts: PatternPart[] = []
  let literal = ''
  let reached = 0
  for (const { 0: special, index } of text.matchAll(/\\[\\*?]|[*?]/g)) {
    literal += text.slice(reached, index)
    reached = index + special.length
    if (special.startsWith('\\')) literal += special.charAt(1)
    else {
      parts.push({ kind: 'text', text: literal }, special === '*' ? anyRun : anyOne)
      literal = ''
    }
  }
  return joinParts([...parts, { kind: 'text', text: literal + text.slice(reached) }])
}

/** Puts a pattern in its shortest form: texts that touch are one text, runs that touch one run, no empty text. */
export function joinParts(parts: readonly PatternPart[]): Pattern {
  const joined: PatternPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + part.text }
    } else if (part.kind === 'text' ? part.text !== '' : !(part.kind === 'any-run' && last?.kind === 'any-run')) {
      joined.push(part)
    }
  }
  return joined
}

/** The pattern with a run of any characters before it, unless it starts with one. */
export function openStart(pattern: Pattern): Pattern {
  return joinParts([anyRun, ...pattern])
}

/** The pattern with a run of any characters after it, unless it ends with one. */
export function openEnd(pattern: Pattern): Pattern {
  return joinParts([...pattern, anyRun])
}

/** Whether the pattern is nothing but `*`: it matches every present value that is not null, objects included. */
export function isLoneStar(pattern: Pattern): boolean {
  return pattern.length === 1 && pattern[0]?.kind === 'any-run'
}

/**
 * Writes a pattern so that {@link parsePattern} reads it back. A backslash stands single where nothing can mistake it.
 * The dashes of `windash`, for which Sigma has no spelling, are shown as a set in brackets.
 */
export function printPattern(pattern: Pattern): string {
  return pattern.map((part, index) => printPart(part, pattern[index + 1])).join('')
}

function printPart(part: PatternPart, next: PatternPart | undefined): string {
  switch (part.kind) {
    case 'text':
      return escapeText(part.text, next?.kind === 'any-run' || next?.kind === 'any-one')
    case 'any-run':
      return '*'
    case 'any-one':
      return '?'
    case 'one-of':
      return `[${part.characters}]`
  }
}

function escapeText(text: string, beforeWildcard: boolean): string {
  return text.replaceAll(/(\\+)(?=([*?])?)|[*?]/g, (found, slashes: string | undefined, wildcard, offset: number) => {
    if (slashes === undefined) return `\\${found}`
    const last = offset + slashes.length === text.length
    const plain = slashes.length === 1 && wildcard === undefined && !(last && beforeWildcard)
    return plain ? slashes : slashes + slashes
  })
}
