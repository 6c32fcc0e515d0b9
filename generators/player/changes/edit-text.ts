import { fold, type Json } from '../../../sigma/index.ts'
import { RecipeError } from '../../recipe-error.ts'

/** The text that stands in a field, as code points; throws {@link RecipeError} for a number or a boolean. */
function pointsOf(value: Json | undefined, field: string, lacks: string): readonly string[] {
  if (typeof value === 'number') throw new RecipeError(`${field} is a number, it has no ${lacks}`)
  if (typeof value === 'boolean') throw new RecipeError(`${field} is true or false, it has no ${lacks}`)
  return typeof value === 'string' ? [...value] : []
}

/**
 * Where a text stands in a field's value, in code points, letter case ignored. Throws {@link RecipeError} unless it is
 * there exactly once.
 */
function placeOf(
  points: readonly string[],
  wanted: string,
  field: string,
): { readonly at: number; readonly end: number } {
  const folded = points.map(fold)
  const parts = [...wanted].map(fold)
  if (parts.length === 0) throw new RecipeError(`say which text of ${field} is meant; it is empty`)
  const places = folded.flatMap((_, at) => (parts.every((part, index) => folded[at + index] === part) ? [at] : []))
  const [at] = places
  if (at === undefined) throw new RecipeError(`${field} does not contain "${wanted}"`)
  if (places.length > 1) throw new RecipeError(`${field} contains "${wanted}" ${places.length} times; say more of it`)
  return { at, end: at + parts.length }
}

/** The value with one text replaced by another. Throws {@link RecipeError} unless it stands there exactly once. */
export function replacedText(value: Json | undefined, field: string, found: string, replacement: string): string {
  const points = pointsOf(value, field, 'text to replace')
  const { at, end } = placeOf(points, found, field)
  return points.slice(0, at).join('') + replacement + points.slice(end).join('')
}

/** The value with one text shortened: once without its first, once without its last character. Throws like the above. */
export function shortenedTexts(value: Json | undefined, field: string, text: string): readonly string[] {
  const points = pointsOf(value, field, 'text to shorten')
  const { at, end } = placeOf(points, text, field)
  return [at, end - 1].map((left) => points.filter((_, index) => index !== left).join(''))
}

/**
 * The value in upper or lower case, code point by code point; a letter whose other case is more than one stays, as in the
 * comparison that rules make. Throws {@link RecipeError} for what has no letters to change: a number, a boolean.
 */
export function casedText(value: Json | undefined, field: string, letterCase: 'upper' | 'lower'): string {
  const points = pointsOf(value, field, 'letter case')
  if (typeof value !== 'string') throw new RecipeError(`${field} holds no text, it has no letter case`)
  const changed = points.map((point) => {
    const other = letterCase === 'upper' ? point.toUpperCase() : point.toLowerCase()
    return [...other].length === 1 ? other : point
  })
  return changed.join('')
}
