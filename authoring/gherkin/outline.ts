import type { Suggestion } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import { type Names, shownValue } from './names.ts'
import { type StatedField, statedIn } from './stated.ts'

/** What an outline of alike suggestions has in the place of their values, and its Examples. */
export interface Outline {
  readonly name: string
  /** What its scenarios are called, one for each row; all different. */
  readonly names: readonly string[]
  readonly stated: readonly StatedField[]
  /** The heading and the rows. */
  readonly examples: readonly (readonly string[])[]
}

/** A field of another name could be taken for something else at the head of a column, or between `<` and `>`. */
const plainName = /^[\w.@ -]+$/

/** The outline of alike suggestions, none of its scenarios called by a name that is taken; null where one cannot say what they say. */
export function outlineOf(group: readonly Suggestion[], names: Names): Outline | null {
  const rows = group.map(statedIn)
  const [first = []] = rows
  const varying = first.map((_, index) => new Set(rows.map((row) => row[index]?.[1])).size > 1)
  const fields = first.filter((_, index) => varying[index]).map(([field]) => field)
  if (fields.length === 0 || !fields.every((field) => plainName.test(field))) return null
  const placeOf = new Map(fields.map((field) => [field, placeholder(field, group[0], rows)]))
  const columns = fields.map((field): Column => {
    const at = first.findIndex(([name]) => name === field)
    return { field, cells: rows.map((row) => placeOf.get(field)?.cell(row[at]?.[1] ?? '') ?? '') }
  })
  const own = new Set(first.map(([field]) => field))
  const told = namingColumn(group, columns, names) ?? addedColumn(group, own, names)
  const stated = first.map(
    ([field, text], index): StatedField => [field, varying[index] ? (placeOf.get(field)?.text ?? '') : text],
  )
  const all = columns.includes(told.column) ? columns : [told.column, ...columns]
  return {
    name: told.nameWith(`<${told.column.field}>`),
    names: told.column.cells.map(told.nameWith),
    stated,
    examples: [all.map(({ field }) => field), ...rows.map((_, row) => all.map(({ cells }) => cells[row] ?? ''))],
  }
}

interface Column {
  readonly field: string
  readonly cells: readonly string[]
}

/** The column that tells the scenarios of an outline apart, and what each is called with its cell. */
interface NamingColumn {
  readonly column: Column
  readonly nameWith: (cell: string) => string
}

/** A longer cell would hide the name that it stands in. */
const longestCell = 60

/** The field whose cells are the values that the scenarios are about; where they are about none, one that tells them apart. */
function namingColumn(group: readonly Suggestion[], columns: readonly Column[], names: Names): NamingColumn | null {
  const words = wordsOf(group)
  const values = valuesOf(group)
  const nameWith = (cell: string) => (values === null ? `${words} (${cell})` : `${words} ${cell}`)
  const column = columns.find(({ cells }) => {
    const isAbout = cells.every((cell, row) => (values === null ? cell.length <= longestCell : cell === values[row]))
    return isAbout && new Set(cells).size === cells.length && cells.every((cell) => names.isFree(nameWith(cell)))
  })
  return column === undefined ? null : { column, nameWith }
}

/** A column of the values that the scenarios are about, with a number where two are the same; of numbers where there is none. */
function addedColumn(group: readonly Suggestion[], own: ReadonlySet<string>, names: Names): NamingColumn {
  const words = wordsOf(group)
  const values = valuesOf(group)
  const nameWith = (cell: string) => `${words} ${cell}`
  const used = new Set<string>()
  const cells = group.map((_, row) => {
    const wanted = values?.[row] ?? String(row + 1)
    let cell = wanted
    for (let number = 2; used.has(cell) || !names.isFree(nameWith(cell)); number += 1) cell = `${wanted} (${number})`
    used.add(cell)
    return cell
  })
  return { column: { field: free(values === null ? 'case' : 'value', own), cells }, nameWith }
}

function wordsOf([first]: readonly Suggestion[]): string {
  return visibleText(first?.title.words ?? '')
}

/** The values as cells; null where the scenarios are about none. */
function valuesOf(group: readonly Suggestion[]): readonly string[] | null {
  const values = group.flatMap(({ title }) => (title.value === null ? [] : [shownValue(title.value)]))
  return values.length === group.length ? values : null
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
