import type { Source, YamlNode } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'

/**
 * Adds a scalar, spelled, to the values of a key: before the first of a list, as a line of its own where those have their
 * lines to themselves; a lone value becomes a list. Null where it cannot be said in one edit.
 */
export function withItem({ text, path }: Source, value: YamlNode, item: string): Replacement | null {
  if (value.kind === 'map') return null
  if (value.kind === 'scalar') {
    const { start, end } = value.span
    const own = text.slice(start, end)
    const isOneLine = !own.includes('\n') && !/^[|>]/.test(own) && (!value.isPlain || !/[,[\]{}]/.test(own))
    return isOneLine ? { span: value.span, text: `[${own}, ${item}]` } : null
  }
  const start = value.items[0]?.span.start
  if (start === undefined) return null
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const isInLines = /^ *- +$/.test(lead)
  if (!isInLines && text[value.span.start] !== '[') return null
  return { span: { path, start, end: start }, text: `${item}${isInLines ? `\n${lead}` : ', '}` }
}
