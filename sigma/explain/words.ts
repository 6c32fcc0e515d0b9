import { isList, isObject, type Json } from '../events/event.ts'
import type { Judgement } from '../judge/verdict.ts'
import { visibleText } from '../text/visible-text.ts'

/** The verdict in a few words, for the first line of a message: `is suppressed by filter_main_localhost`. */
export function verdictInWords(judgement: Judgement): string {
  const { verdict } = judgement
  switch (verdict.kind) {
    case 'fires':
      return 'fires'
    case 'suppressed':
      return `is suppressed by ${inWords(verdict.by)}`
    case 'missed':
      return verdict.fields.length === 0
        ? 'is silent, whatever else would match'
        : `is silent because ${inWords(verdict.fields)} ${verdict.fields.length === 1 ? 'does' : 'do'} not match`
    case 'wrong-log-source':
      return `is silent because of its log source (${visibleText(verdict.wanted)}, not ${visibleText(verdict.actual)})`
  }
}

/** A list of names as a reader says it: `a`, `a and b`, `a, b and c`. */
export function inWords(names: readonly string[]): string {
  const visible = names.map(visibleText)
  const last = visible.at(-1) ?? 'nothing'
  return visible.length < 2 ? last : `${visible.slice(0, -1).join(', ')} and ${last}`
}

/** A value of an event as a scenario would write it; long ones are cut. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return 'absent'
  if (typeof value === 'string') return `"${cut(visibleText(value))}"`
  return cut(visibleText(JSON.stringify(cutBelow(value, shownDepth))))
}

/** The value, what lies deeper in it left out: an event may be nested deeper than the stack. */
function cutBelow(value: Json, depth: number): Json {
  if (!isList(value) && !isObject(value)) return value
  if (depth === 0) return '...'
  if (isList(value)) return value.map((member) => cutBelow(member, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cutBelow(member, depth - 1)]))
}

/** A text that must not fill the screen: its start, and how long it was. */
export function cut(text: string): string {
  return text.length > shownWidth ? `${text.slice(0, shownWidth)}... (${text.length} characters)` : text
}

const shownWidth = 160

const shownDepth = 100
