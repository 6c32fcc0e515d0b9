import type { Report } from '../problem.ts'
import { badMetadata } from '../problems/metadata.ts'
import type { Span } from '../source.ts'
import { entryOf, type YamlMap, type YamlNode } from '../yaml/node.ts'

/** A text of a list, and where it stands. */
export interface TextNode {
  readonly text: string
  readonly span: Span
}

/** A field's text; null when it is absent, or after a problem. `longest` counts characters. */
export function textOf(
  root: YamlMap,
  field: string,
  report: Report,
  longest: number = Number.POSITIVE_INFINITY,
  isRequired: boolean = false,
): string | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : null
  if (text !== null && isWithin(text, longest) && !(isRequired && text === '')) return text
  const limit = Number.isFinite(longest) ? ` of at most ${longest} characters` : ''
  report(badMetadata(value.span, field, `${isRequired ? 'non-empty ' : ''}text${limit}`, shown(value)))
  return null
}

/** Whether a text has at most so many characters, which are counted only where that can matter. */
export function isWithin(text: string, longest: number): boolean {
  return text.length <= longest || [...text].length <= longest
}

/** The scalars of a field that is a list of texts; none when it is absent, or after a problem. */
export function textNodesOf(root: YamlMap, field: string, report: Report): readonly TextNode[] {
  const value = entryOf(root, field)?.value
  if (value === undefined) return []
  const texts = value.kind === 'list' ? value.items.map(textNode).filter((text) => text !== undefined) : []
  if (value.kind === 'list' && texts.length === value.items.length) return texts
  report(badMetadata(value.span, field, 'a list of texts', shown(value)))
  return []
}

/** The texts of a field that is a list of them. */
export function textsOf(root: YamlMap, field: string, report: Report): readonly string[] {
  return textNodesOf(root, field, report).map(({ text }) => text)
}

/** The same where one text may stand without a list. */
export function textOrTextsOf(root: YamlMap, field: string, report: Report): readonly string[] {
  const value = entryOf(root, field)?.value
  const text = value === undefined ? undefined : textNode(value)?.text
  return text === undefined ? textsOf(root, field, report) : [text]
}

/** A field's value among the ones it may have; null when it is absent, or after a problem. */
export function choiceOf<Choice extends string>(
  root: YamlMap,
  field: string,
  choices: Readonly<Record<Choice, true>>,
  report: Report,
): Choice | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = textNode(value)?.text
  if (text !== undefined && isChoice(text, choices)) return text
  report(badMetadata(value.span, field, `one of ${Object.keys(choices).join(', ')}`, shown(value)))
  return null
}

function isChoice<Choice extends string>(text: string, choices: Readonly<Record<Choice, true>>): text is Choice {
  return Object.hasOwn(choices, text)
}

/** The node as a text; undefined for anything that YAML does not read as one. */
export function textNode(node: YamlNode): TextNode | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? { text: node.value, span: node.span } : undefined
}

/** A value of the wrong type, in a few words. */
export function shown(value: YamlNode): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`
  if (value.value === null) return 'null'
  return typeof value.value === 'string' ? `'${value.text.slice(0, 60)}'` : value.text
}

/** Where a field's value stands; the start of the document when it is absent. */
export function spanOf(root: YamlMap, field: string): YamlNode['span'] {
  const entry = entryOf(root, field)
  return entry?.value.span ?? { ...root.span, end: root.span.start }
}
