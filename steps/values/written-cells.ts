import { featureText } from '../../sources/index.ts'
import type { HookedDocument, HookedStep } from '../scenario/hooked.ts'

type Child = NonNullable<HookedDocument['feature']>['children'][number]
type TableRow = NonNullable<NonNullable<Child['scenario']>['examples'][number]['tableHeader']>
type TableCell = TableRow['cells'][number]

/** A cell of a table. */
export interface WrittenCell {
  /** As it stands in the feature file; null where that cannot be read. */
  readonly written: string | null
  /** What Gherkin makes of it. */
  readonly read: string
}

/**
 * The cells with a backslash from which a step may have its values: those of its data table, and of its Examples row.
 * Cucumber hands over what Gherkin made of them; how they are written is looked up in the file.
 */
export function writtenCells(document: HookedDocument, step: HookedStep, root: string): readonly WrittenCell[] {
  const rows = rowsOf(document)
  const cells = step.astNodeIds.flatMap((id) => rows.get(id) ?? []).flatMap((row) => row.cells)
  const withBackslash = cells.filter(({ value }) => value.includes('\\'))
  if (withBackslash.length === 0) return []
  const lines = linesOf(document, root)
  return withBackslash.map((cell) => ({ written: writtenIn(lines, cell), read: cell.value }))
}

const rowsById = new WeakMap<HookedDocument, ReadonlyMap<string, readonly TableRow[]>>()

/** Rows of data tables by their step's id, and each Examples row by its own; made once for each document. */
function rowsOf(document: HookedDocument): ReadonlyMap<string, readonly TableRow[]> {
  const known = rowsById.get(document)
  if (known !== undefined) return known
  const rows = new Map<string, readonly TableRow[]>()
  const children = document.feature?.children ?? []
  for (const child of [...children, ...children.flatMap((each) => each.rule?.children ?? [])]) {
    for (const step of [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])]) {
      if (step.dataTable !== undefined) rows.set(step.id, step.dataTable.rows)
    }
    for (const row of (child.scenario?.examples ?? []).flatMap(({ tableBody }) => tableBody)) rows.set(row.id, [row])
  }
  rowsById.set(document, rows)
  return rows
}

const linesByDocument = new WeakMap<HookedDocument, readonly string[]>()

function linesOf(document: HookedDocument, root: string): readonly string[] {
  const known = linesByDocument.get(document)
  if (known !== undefined) return known
  const lines = document.uri === undefined ? [] : (featureText(root, document.uri) ?? '').split(/\r\n|\n/)
  linesByDocument.set(document, lines)
  return lines
}

/** Null where something else stands at the cell's place: the file has changed since it was read. */
function writtenIn(lines: readonly string[], { location, value }: TableCell): string | null {
  const rest = [...(lines[location.line - 1] ?? '')].slice((location.column ?? 1) - 1).join('')
  const written = /^(?:\\.|[^\\|])*/.exec(rest)?.[0].trim() ?? ''
  return readByGherkin(written) === value ? written : null
}

function readByGherkin(written: string): string {
  return written.replaceAll(/\\([\\|n])/g, (_, character) => (character === 'n' ? '\n' : character))
}
