import type { Anchor, Pattern, TestOf } from '../predicate.ts'
import type { Problem, Report } from '../problem.ts'
import { encodedWildcard, placeholderWithoutValue, tooManyAlternatives } from '../problems/modifier.ts'
import type { Span } from '../source.ts'
import { type EncodedPattern, toBase64, toBase64Offsets, toUtf16 } from '../values/encodings.ts'
import { joinParts, openEnd, openStart, parsePattern } from '../values/pattern.ts'
import { expandPattern, type Placeholders } from '../values/placeholders.ts'
import { spellOut, varyDashes } from '../values/windash.ts'
import type { FieldKey } from './field-key.ts'
import type { ModifierRole, NamedModifier } from './modifiers.ts'

/** What one value may become; a hostile one would otherwise fill the memory. */
export const alternativeLimit = 10_000

/** The same for the characters of all that a long value becomes; base64 of base64 of base64 makes many of few. */
const characterLimit = 10_000_000

const anchors: Readonly<Record<Anchor, (pattern: Pattern) => Pattern>> = {
  equals: (pattern) => pattern,
  contains: (pattern) => openStart(openEnd(pattern)),
  startswith: openEnd,
  endswith: openStart,
}

/**
 * Compiles a text under its key's modifiers, each applied in the order written to every alternative so far (semantics
 * 4.1). A keyword without an anchor is searched for as if by `contains`. Null after a problem.
 */
export function textTest(
  value: { readonly text: string; readonly hasWildcards: boolean; readonly span: Span },
  key: FieldKey,
  placeholders: Placeholders,
  report: Report,
): TestOf<'text'> | null {
  const pattern = value.hasWildcards ? parsePattern(value.text) : joinParts([{ kind: 'text', text: value.text }])
  let values: readonly EncodedPattern[] = [{ pattern, bytes: false }]
  for (const modifier of key.modifiers) {
    const next = transform(values, modifier, key.text, value.span, placeholders)
    if ('code' in next) {
      report(next)
      return null
    }
    values = next
  }
  const anchor = anchorOf(key)
  const isOpen = key.modifiers.some(({ role }) => role.kind === 'anchor')
  const patterns = values.map((each) => (isOpen ? each.pattern : anchors[anchor](each.pattern)))
  const cased = key.modifiers.some(({ role }) => role.kind === 'cased')
  return { operator: 'text', anchor, cased, alternatives: patterns }
}

/** The operator that places a key's texts: as written, `contains` for a keyword, else equality. */
export function anchorOf(key: FieldKey): Anchor {
  for (const { role } of key.modifiers) if (role.kind === 'anchor') return role.anchor
  return key.field === null ? 'contains' : 'equals'
}

function transform(
  values: readonly EncodedPattern[],
  { name, role }: NamedModifier,
  key: string,
  span: Span,
  placeholders: Placeholders,
): readonly EncodedPattern[] | Problem {
  switch (role.kind) {
    case 'anchor':
      return values.map((value) => ({ ...value, pattern: anchors[role.anchor](value.pattern) }))
    case 'windash':
      return values.map((value) => ({ ...value, pattern: varyDashes(value.pattern) }))
    case 'expand':
      return flatMapLimited(values, name, span, (value) => {
        const expanded = expandPattern(value.pattern, placeholders, alternativeLimit)
        if ('kind' in expanded) {
          return expanded.kind === 'no-value'
            ? placeholderWithoutValue(span, expanded.name)
            : tooManyAlternatives(span, name, alternativeLimit)
        }
        return expanded.map((pattern) => ({ ...value, pattern }))
      })
    case 'encoding':
      return flatMapLimited(values, name, span, (value) => {
        const spelled = spellOut(value.pattern, alternativeLimit)
        if (spelled === null || spelled.length * lengthOf(value.pattern) > characterLimit) {
          return tooManyAlternatives(span, name, alternativeLimit)
        }
        const encoded = spelled.map((pattern) => encode({ ...value, pattern }, role.encoding))
        return encoded.some((each) => each === null)
          ? encodedWildcard(span, key)
          : encoded.flatMap((each) => each ?? [])
      })
    default:
      return values
  }
}

function encode(
  value: EncodedPattern,
  encoding: Extract<ModifierRole, { kind: 'encoding' }>['encoding'],
): readonly EncodedPattern[] | null {
  switch (encoding) {
    case 'base64': {
      const encoded = toBase64(value)
      return encoded === null ? null : [encoded]
    }
    case 'base64offset':
      return toBase64Offsets(value)
    case 'utf16':
    case 'utf16le':
    case 'utf16be':
      return [toUtf16(value, encoding)]
  }
}

function flatMapLimited(
  values: readonly EncodedPattern[],
  modifier: string,
  span: Span,
  each: (value: EncodedPattern) => readonly EncodedPattern[] | Problem,
): readonly EncodedPattern[] | Problem {
  const made: EncodedPattern[] = []
  let characters = 0
  for (const value of values) {
    const next = each(value)
    if ('code' in next) return next
    for (const { pattern } of next) characters += lengthOf(pattern)
    if (made.length + next.length > alternativeLimit || characters > characterLimit) {
      return tooManyAlternatives(span, modifier, alternativeLimit)
    }
    made.push(...next)
  }
  return made
}

function lengthOf(pattern: Pattern): number {
  return pattern.reduce((length, part) => length + (part.kind === 'text' ? part.text.length : 1), 0)
}
