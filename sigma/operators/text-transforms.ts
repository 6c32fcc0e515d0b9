import type { FieldKey } from '../compile/field-key.ts'
import type { RoleOf, SideKind } from '../compile/modifiers.ts'
import { encodedWildcard, placeholderWithoutValue, tooManyAlternatives } from '../problems/modifier.ts'
import type { Problem } from '../problems/problem.ts'
import type { Anchor, Pattern } from '../rule/predicate.ts'
import type { Span } from '../source.ts'
import { type EncodedPattern, encodings, toUtf16 } from '../values/encodings.ts'
import { openEnd, openStart } from '../values/pattern.ts'
import { expandPattern, type Placeholders } from '../values/placeholders.ts'
import { spellOut, varyDashes } from '../values/windash.ts'

/** What one value may become; a hostile one would otherwise fill the memory. */
export const alternativeLimit = 10_000

/** The same for the characters of all that a long value becomes; base64 of base64 of base64 makes many of few. */
const characterLimit = 10_000_000

/** How a text is placed where it has to stand. */
export const anchored: Readonly<Record<Anchor, (pattern: Pattern) => Pattern>> = {
  equals: (pattern) => pattern,
  contains: (pattern) => openStart(openEnd(pattern)),
  startswith: openEnd,
  endswith: openStart,
}

/** A text under its key's modifiers, each applied in the order written to every alternative so far (semantics 4.1). */
export function transformed(
  pattern: Pattern,
  span: Span,
  key: FieldKey,
  placeholders: Placeholders,
): readonly Pattern[] | Problem {
  let values: readonly EncodedPattern[] = [{ pattern, bytes: false }]
  for (const { name, role } of key.sides) {
    const next = transform(values, role, { span, key, placeholders, modifier: name })
    if ('code' in next) return next
    values = next
  }
  return values.map((value) => value.pattern)
}

interface TransformContext {
  readonly span: Span
  readonly key: FieldKey
  readonly placeholders: Placeholders
  readonly modifier: string
}

type Transform<Kind extends SideKind> = (
  values: readonly EncodedPattern[],
  role: RoleOf<Kind>,
  context: TransformContext,
) => readonly EncodedPattern[] | Problem

/** What each modifier that chooses no operator makes of a text. */
const transforms: { readonly [Kind in SideKind]: Transform<Kind> } = {
  anchor: (values, { anchor }) => mapped(values, anchored[anchor]),
  list: (values) => values,
  cased: (values) => values,
  flag: (values) => values,
  windash: (values) => mapped(values, varyDashes),
  charset: (values, { charset }) => values.map((value) => toUtf16(value, charset)),
  encoding: (values, { encoding }, context) =>
    flatMapLimited(values, context, (value) => {
      const spelled = spellOut(value.pattern, alternativeLimit)
      if (spelled === null || spelled.length * lengthOf(value.pattern) > characterLimit) return tooMany(context)
      const encoded: EncodedPattern[] = []
      for (const pattern of spelled) {
        const made = encodings[encoding]({ ...value, pattern })
        if (made === null) return encodedWildcard(context.span, context.key.text)
        encoded.push(...made)
      }
      return encoded
    }),
  expand: (values, _, context) =>
    flatMapLimited(values, context, (value) => {
      const expanded = expandPattern(value.pattern, context.placeholders, alternativeLimit)
      if (!('kind' in expanded)) return expanded.map((pattern) => ({ ...value, pattern }))
      return expanded.kind === 'no-value' ? placeholderWithoutValue(context.span, expanded.name) : tooMany(context)
    }),
}

function transform<Kind extends SideKind>(
  values: readonly EncodedPattern[],
  role: RoleOf<Kind>,
  context: TransformContext,
): readonly EncodedPattern[] | Problem {
  return transforms[role.kind](values, role, context)
}

function mapped(values: readonly EncodedPattern[], make: (pattern: Pattern) => Pattern): readonly EncodedPattern[] {
  return values.map((value) => ({ ...value, pattern: make(value.pattern) }))
}

function tooMany({ span, modifier }: TransformContext): Problem {
  return tooManyAlternatives(span, modifier, alternativeLimit)
}

function flatMapLimited(
  values: readonly EncodedPattern[],
  context: TransformContext,
  each: (value: EncodedPattern) => readonly EncodedPattern[] | Problem,
): readonly EncodedPattern[] | Problem {
  const made: EncodedPattern[] = []
  let characters = 0
  for (const value of values) {
    const next = each(value)
    if ('code' in next) return next
    for (const { pattern } of next) characters += lengthOf(pattern)
    if (made.length + next.length > alternativeLimit || characters > characterLimit) return tooMany(context)
    made.push(...next)
  }
  return made
}

function lengthOf(pattern: Pattern): number {
  return pattern.reduce((length, part) => length + (part.kind === 'text' ? part.text.length : 1), 0)
}
