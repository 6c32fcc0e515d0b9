import { ScenarioError } from '../scenario/scenario-error.ts'
import { type StatedValue, statedValue } from './stated-value.ts'

/** What Cucumber hands over for a data table. */
export interface Table {
  raw(): string[][]
}

/**
 * The values of a list: cells in any number of rows and columns, read left to right. A blank cell only fills up a row;
 * the empty text is written `""`. An empty list is an error, since there is no empty set of events.
 */
export function listIn(table: Table): readonly StatedValue[] {
  const cells = table
    .raw()
    .flat()
    .filter((cell) => cell !== '')
  if (cells.length === 0) throw new ScenarioError('the list is empty; write "" for the empty text')
  return cells.map(statedValue)
}

/** The texts of a list, for names. */
export function namesIn(table: Table): readonly string[] {
  return listIn(table).map((cell) => cell.text)
}

/** Field and value of each row; a first row `field`, `value` is a heading. A field named twice is an error. */
export function fieldsIn(table: Table): ReadonlyMap<string, StatedValue> {
  const rows = table.raw()
  const heading = rows[0]?.[0] === 'field' && rows[0]?.[1] === 'value'
  const fields = new Map<string, StatedValue>()
  for (const row of heading ? rows.slice(1) : rows) {
    const [field = '', value = ''] = row
    if (row.length !== 2) throw new ScenarioError(`a row is a field and its value; this one has ${row.length} cells`)
    const name = statedValue(field).text
    if (fields.has(name)) throw new ScenarioError(`the table names ${name} twice`)
    fields.set(name, statedValue(value))
  }
  return fields
}

/** One event a row under a heading of fields; a blank cell states nothing. */
export function rowsIn(table: Table): readonly ReadonlyMap<string, StatedValue>[] {
  const [heading = [], ...rows] = table.raw()
  const names = heading.map((cell) => statedValue(cell).text)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ScenarioError(`the table names ${twice} twice`)
  if (rows.length === 0) throw new ScenarioError('the table has a heading and no event')
  return rows.map(
    (row) =>
      new Map(
        names.flatMap((name, index) => {
          const cell = row[index] ?? ''
          return cell === '' ? [] : [[name, statedValue(cell)] as const]
        }),
      ),
  )
}
