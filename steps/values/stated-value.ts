import { typedValue } from '../../generators/index.ts'
import type { Json } from '../../sigma/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

/** A value in a scenario's own words. Bare numbers and booleans are told from quoted text where no schema types them. */
export interface StatedValue {
  readonly text: string
  readonly quoted: boolean
}

/** Reads a `{value}` or a table cell: quotes around it are taken off, nothing inside is an escape. */
export function statedValue(written: string): StatedValue {
  const text = unquoted(written)
  return { text, quoted: text !== written }
}

/** The text without the quotes around it, if it has a pair. */
export function unquoted(written: string): string {
  const quote = written[0]
  const paired = written.length > 1 && (quote === '"' || quote === "'") && written.endsWith(quote)
  return paired ? written.slice(1, -1) : written
}

/**
 * The JSON value a stated one stands for: typed by the schema of the Sysmon event, or, for an event without one, by how
 * it is written. A line feed is refused: it is a table's reading of `\n`.
 */
export function jsonOf(value: StatedValue, eventId: number | null, field: string): Json {
  refuseLineFeed(value.text)
  return eventId === null ? asWritten(value) : typedValue(eventId, field, value.text)
}

/** Throws for a text with a line feed: in a one-line value it is what Gherkin made of `\n` in a table cell. */
export function refuseLineFeed(text: string): void {
  if (!text.includes('\n')) return
  const doubled = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\\\n')
  throw new ScenarioError(
    `the value holds a line feed: in a table, \\n is one; write its backslash twice: ${doubled}\n` +
      'A value of several lines stands in a doc string.',
  )
}

function asWritten(value: StatedValue): Json {
  if (value.quoted) return value.text
  if (value.text === 'true' || value.text === 'false') return value.text === 'true'
  return /^-?\d+(?:\.\d+)?$/.test(value.text) ? Number(value.text) : value.text
}
