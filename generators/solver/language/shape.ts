import { anyCodePoint, type CodePoints, charactersOf } from './code-points.ts'

/** What an expression can ask of a place between two characters. */
export type TextEdge = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge'

/** A regular language of whole texts over code points. */
export type Shape =
  | { readonly kind: 'one'; readonly of: CodePoints }
  | { readonly kind: 'sequence'; readonly parts: readonly Shape[] }
  | { readonly kind: 'choice'; readonly options: readonly Shape[] }
  /** `most` null: without end. */
  | { readonly kind: 'repeat'; readonly part: Shape; readonly least: number; readonly most: number | null }
  | { readonly kind: 'edge'; readonly edge: TextEdge }

/** The empty text. */
export const emptyText: Shape = { kind: 'sequence', parts: [] }

/** No text at all. */
export const noText: Shape = { kind: 'choice', options: [] }

/** Every text. */
export const anyText: Shape = { kind: 'repeat', part: { kind: 'one', of: anyCodePoint }, least: 0, most: null }

/** One of these characters. */
export function oneOf(characters: string): Shape {
  return { kind: 'one', of: charactersOf(characters) }
}

/** One after the other. */
export function sequence(...parts: readonly Shape[]): Shape {
  return { kind: 'sequence', parts }
}

/** Any of them. */
export function choice(...options: readonly Shape[]): Shape {
  return { kind: 'choice', options }
}

/** So many times over. */
export function repeated(part: Shape, least: number, most: number | null): Shape {
  return { kind: 'repeat', part, least, most }
}

/** Exactly this text, letter case counting. */
export function exactly(text: string): Shape {
  return sequence(...Array.from(text, oneOf))
}
