import { badMetadata } from '../problems/metadata.ts'
import type { ReportProblem } from '../problems/problem.ts'
import type { Span } from '../source.ts'
import { nearestNames } from '../text/nearest-names.ts'
import { entryOf, startOf, type YamlList, type YamlMap, type YamlNode } from '../yaml/node.ts'

/** A text of a list, and where it stands. */
export interface TextNode {
  readonly text: string
  readonly span: Span
}

/** A field's text; a number or boolean is read as its spelling. Null when it is absent or has no text. `longest` counts characters. */
export function textOf(
  root: YamlMap,
  field: string,
  report: ReportProblem,
  longest: number = Number.POSITIVE_INFINITY,
  isRequired: boolean = false,
): string | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = spelledText(value)
  if (textNode(value) !== undefined && text !== null && isWithin(text, longest) && !(isRequired && text === ''))
    return text
  const limit = Number.isFinite(longest) ? ` of at most ${longest} characters` : ''
  const got = text !== null && !isWithin(text, longest) ? 'more' : shown(value)
  report(
    badMetadata(value.span, field, `${isRequired ? 'non-empty ' : ''}text${limit}`, `got ${got}`, quotesHint(value)),
  )
  return isRequired && text === '' ? null : text
}

/** Whether a text has at most so many characters, which are counted only where that can matter. */
export function isWithin(text: string, longest: number): boolean {
  return text.length <= longest || [...text].length <= longest
}

/** The scalars of a field that is a list of texts, each item that has no text left out; none when it is absent. */
export function textNodesOf(root: YamlMap, field: string, report: ReportProblem): readonly TextNode[] {
  const value = entryOf(root, field)?.value
  if (value === undefined) return []
  if (value.kind === 'list') return itemsOf(value, field, report)
  const text = spelledText(value)
  const hint = text === null || text === '' ? '' : `Put it in a list: [${text.length > 40 ? '...' : text}].`
  report(badMetadata(value.span, field, listOfTexts, `got ${shown(value)}`, hint))
  return text === null || text === '' ? [] : [{ text, span: value.span }]
}

const listOfTexts = 'a list of texts'

function itemsOf({ items }: YamlList, field: string, report: ReportProblem): readonly TextNode[] {
  return items.flatMap((item, index): readonly TextNode[] => {
    const own = textNode(item)
    if (own !== undefined) return [own]
    report(badMetadata(item.span, field, listOfTexts, `item ${index + 1} is ${shown(item)}`, hintForItem(item)))
    const text = spelledText(item)
    return text === null ? [] : [{ text, span: item.span }]
  })
}

function hintForItem(item: YamlNode): string {
  switch (item.kind) {
    case 'map':
      return 'Put quotes around the item: to YAML, a colon with a blank after it makes a map.'
    case 'list':
      return 'Take the inner dash or brackets away, or put quotes around a text in brackets.'
    case 'scalar':
      return item.value === null ? 'Remove the item.' : quotesHint(item)
  }
}

/** The texts of a field that is a list of them. */
export function textsOf(root: YamlMap, field: string, report: ReportProblem): readonly string[] {
  return textNodesOf(root, field, report).map(({ text }) => text)
}

/** The same where one text may stand without a list. */
export function textOrTextsOf(root: YamlMap, field: string, report: ReportProblem): readonly string[] {
  const value = entryOf(root, field)?.value
  const text = value === undefined ? undefined : textNode(value)?.text
  return text === undefined ? textsOf(root, field, report) : [text]
}

/** A field's value among the ones it may have, in whatever letter case; null when it is absent, or none of them. */
export function choiceOf<Choice extends string>(
  root: YamlMap,
  field: string,
  choices: Readonly<Record<Choice, true>>,
  report: ReportProblem,
): Choice | null {
  const value = entryOf(root, field)?.value
  if (value === undefined) return null
  const text = textNode(value)?.text
  if (text !== undefined && isChoice(text, choices)) return text
  const meant = text?.trim().toLowerCase() ?? ''
  const isMeant = isChoice(meant, choices)
  const names = Object.keys(choices)
  const hint = isMeant ? `Write ${meant}: it is read as that.` : nearestHint(meant, names)
  report(badMetadata(value.span, field, `one of ${names.join(', ')}`, `got ${shown(value)}`, hint))
  return isMeant ? meant : null
}

function isChoice<Choice extends string>(text: string, choices: Readonly<Record<Choice, true>>): text is Choice {
  return Object.hasOwn(choices, text)
}

/** The nearest of the names as a hint; empty where none is near. */
export function nearestHint(text: string, names: readonly string[]): string {
  const nearest = text === '' ? [] : nearestNames(text.slice(0, 60), names)
  return nearest.length === 0 ? '' : `Nearest: ${nearest.join(', ')}.`
}

/** The node as a text; undefined for anything that YAML does not read as one. */
export function textNode(node: YamlNode): TextNode | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? { text: node.value, span: node.span } : undefined
}

/** A scalar's text, of a number or boolean its spelling; null for null, a list and a map. */
export function spelledText(node: YamlNode): string | null {
  return node.kind !== 'scalar' || node.value === null ? null : node.text
}

/** A value of the wrong type, in a few words. */
export function shown(value: YamlNode): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`
  if (value.value === null) return 'null'
  return typeof value.value === 'string' ? `'${value.text.slice(0, 60)}'` : value.text.slice(0, 60)
}

function quotesHint(value: YamlNode): string {
  return value.kind === 'scalar' && (typeof value.value === 'number' || typeof value.value === 'boolean')
    ? 'Put quotes around it.'
    : ''
}

/** Where a field's value stands; the start of the document when it is absent. */
export function spanOf(root: YamlMap, field: string): Span {
  return entryOf(root, field)?.value.span ?? startOf(root)
}
