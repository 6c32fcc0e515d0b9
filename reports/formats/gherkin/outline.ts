import type { Suggestion } from '../../../measures/index.ts'
import { type StatedField, statedIn } from './stated.ts'
import { valueText } from './table.ts'

/** What an outline of alike suggestions has in the place of their values, and its Examples. */
export interface Outline {
  /** The column whose cells tell the scenarios apart by the value of the rule; null where it is about none. */
  readonly titleColumn: string | null
  readonly stated: readonly StatedField[]
  /** The heading and the rows. */
  readonly examples: readonly (readonly string[])[]
}

/** A field of another name could be taken for something else at the head of a column, or between `<` and `>`. */
const plainName = /^[\w.@ -]+$/

/** The outline of alike suggestions with these values in their titles; null where one cannot say what they say. */
export function outlineOf(group: readonly Suggestion[], values: readonly (string | null)[]): Outline | null {
  const rows = group.map(statedIn)
  const [first = []] = rows
  const varying = first.map((_, index) => new Set(rows.map((row) => row[index]?.[1])).size > 1)
  const fields = first.filter((_, index) => varying[index]).map(([field]) => field)
  if (fields.length === 0 || !fields.every((field) => plainName.test(field))) return null
  const written = new Map(rows.map((row, index) => [index, new Map(row)]))
  const placeOf = new Map(fields.map((field) => [field, placeholder(field, group[0], rows)]))
  const cellIn = (index: number, field: string) => placeOf.get(field)?.cell(written.get(index)?.get(field) ?? '') ?? ''

  const isTold = !values.includes(null)
  const same = fields.find((field) => values.every((value, index) => value === cellIn(index, field)))
  const titleColumn = isTold ? (same ?? free('value', new Set(first.map(([field]) => field)))) : null
  const isOwnColumn = titleColumn !== null && same === undefined
  const stated = first.map(
    ([field, text], index): StatedField => [field, varying[index] ? (placeOf.get(field)?.text ?? '') : text],
  )
  const cells = rows.map((_row, index) => [
    ...(isOwnColumn ? [valueText(values[index] ?? '')] : []),
    ...fields.map((field) => cellIn(index, field)),
  ])
  return { titleColumn, stated, examples: [[...(isOwnColumn ? [titleColumn] : []), ...fields], ...cells] }
}

/** Texts of a JSON document stay between its quotes, so that it is one before the values are put in as well. */
function placeholder(
  field: string,
  suggestion: Suggestion | undefined,
  rows: readonly (readonly StatedField[])[],
): { readonly text: string; readonly cell: (text: string) => string } {
  const texts = rows.map((row) => row.find(([name]) => name === field)?.[1] ?? '')
  const isQuoted =
    suggestion?.event.kind === 'verbatim' && texts.every((text) => /^"(?:[^\s"'].*)?[^\s"']"$/.test(text))
  return isQuoted
    ? { text: `"<${field}>"`, cell: (text) => text.slice(1, -1) }
    : { text: `<${field}>`, cell: (text) => text }
}

function free(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? free(`the ${name}`, taken) : name
}
