import type { Anchor } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { isClosed } from './plain-texts.ts'
import { unitsOf } from './units.ts'

/** The ends of a text at which each anchor says something. */
const ends: Readonly<Record<Anchor, readonly ('first' | 'last')[]>> = {
  equals: ['first', 'last'],
  startswith: ['first'],
  endswith: ['last'],
  contains: [],
}

/** Puts a `*` at an end of a text that is bound there. */
export function* insertWildcard({ leaf, test, text: { source, scalarAt } }: MutatedValue<'text'>): Generator<Edit> {
  const { id, span, modifiers } = leaf
  const value = scalarAt(span)
  if (typeof value?.value !== 'string' || isClosed(modifiers)) return
  const units = unitsOf(value.text)
  for (const variant of ends[test.anchor]) {
    const [outer, text] =
      variant === 'first' ? [units[0], `*${value.text}`] : [units.at(-1), withStarAtEnd(value.text, units)]
    if (outer !== '*') yield { node: id, variant, ...respelled(source, span, text) }
  }
}

/** After a single backslash a star would be an escaped one. */
function withStarAtEnd(text: string, units: readonly string[]): string {
  return units.at(-1) === '\\' ? `${text}\\*` : `${text}*`
}
