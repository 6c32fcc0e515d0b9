import type { Pattern, PatternPart } from '../rule/predicate.ts'
import { joinParts, parsePattern } from './pattern.ts'

/** Values of `expand` placeholders by name, from the configuration. */
export type Placeholders = Readonly<Record<string, readonly (string | number)[]>>

/** Why a text could not be expanded: a placeholder without a value, or more than the allowed number of results. */
export type Unexpanded = { readonly kind: 'no-value'; readonly name: string } | { readonly kind: 'too-many' }

const placeholder = /\\%|%([^%]+)%/g

/** The names of the placeholders in a text. */
export function placeholderNames(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap((found) => found[1] ?? [])
}

/** Replaces the placeholders in a regular expression verbatim by each of their values. */
export function expandText(text: string, values: Placeholders, limit: number): readonly string[] | Unexpanded {
  const expanded = expand([{ kind: 'text', text }], values, limit, (value) => [{ kind: 'text', text: value }], '\\%')
  if (!isExpanded(expanded)) return expanded
  return expanded.map((parts) => parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''))
}

/**
 * Replaces the placeholders in a pattern by each of their values, read as Sigma strings, in every combination
 * (semantics 4.10); `\%` is a percent sign.
 */
export function expandPattern(pattern: Pattern, values: Placeholders, limit: number): readonly Pattern[] | Unexpanded {
  const expanded = expand(pattern, values, limit, parsePattern, '%')
  return isExpanded(expanded) ? expanded.map(joinParts) : expanded
}

function isExpanded<Parts>(result: readonly Parts[] | Unexpanded): result is readonly Parts[] {
  return Array.isArray(result)
}

/** Of all results together. */
const partLimit = 1_000_000

function expand(
  parts: readonly PatternPart[],
  values: Placeholders,
  limit: number,
  read: (value: string) => Pattern,
  percent: string,
): readonly (readonly PatternPart[])[] | Unexpanded {
  let expanded: PatternPart[][] = [[]]
  for (const part of parts) {
    for (const piece of part.kind === 'text' ? piecesOf(part.text) : [part]) {
      let choices: readonly Pattern[]
      if (piece.kind !== 'placeholder') choices = [[piece.kind === 'percent' ? { kind: 'text', text: percent } : piece]]
      else {
        const configured = Object.hasOwn(values, piece.name) ? values[piece.name] : undefined
        if (configured === undefined || configured.length === 0) return { kind: 'no-value', name: piece.name }
        choices = configured.map((value) => read(String(value)))
      }
      const count = expanded.length * choices.length
      if (count > limit || count * (expanded[0]?.length ?? 0) > partLimit) return { kind: 'too-many' }
      const [only] = choices
      if (choices.length === 1 && only !== undefined) for (const start of expanded) start.push(...only)
      else expanded = expanded.flatMap((start) => choices.map((choice) => [...start, ...choice]))
    }
  }
  return expanded
}

type PlaceholderPart =
  | PatternPart
  | { readonly kind: 'percent' }
  | { readonly kind: 'placeholder'; readonly name: string }

function piecesOf(text: string): readonly PlaceholderPart[] {
  const pieces: PlaceholderPart[] = []
  let at = 0
  for (const found of text.matchAll(placeholder)) {
    pieces.push({ kind: 'text', text: text.slice(at, found.index) })
    pieces.push(found[1] === undefined ? { kind: 'percent' } : { kind: 'placeholder', name: found[1] })
    at = found.index + found[0].length
  }
  return [...pieces, { kind: 'text', text: text.slice(at) }]
}
