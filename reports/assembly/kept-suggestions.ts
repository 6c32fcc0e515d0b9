import type { KnownSuggestions, Suggested } from './suggestion-reports.ts'

/** Suggestions as JSON, to be kept from one run to the next. */
export function jsonOfSuggestions(known: KnownSuggestions): object {
  return Object.fromEntries(known)
}

/** The suggestions in such JSON. What is none is left out: it will be asked for again. */
export function suggestionsIn(json: unknown): KnownSuggestions {
  if (!isObject(json)) return new Map()
  return new Map(Object.entries(json).flatMap(([key, value]) => (isSuggested(value) ? [[key, value] as const] : [])))
}

function isSuggested(value: unknown): value is Suggested {
  return isObject(value) && isListOf(value.scenarios, isScenario) && isListOf(value.open, isOpen)
}

function isScenario(value: unknown): boolean {
  if (!isObject(value) || !isListOf(value.points, isText) || !isListOf(value.breaches, isViolation)) return false
  return isText(value.name) && isText(value.text) && Number.isInteger(value.scenarios)
}

function isViolation(value: unknown): boolean {
  return isObject(value) && isText(value.fact) && isText(value.field) && isText(value.message)
}

function isOpen(value: unknown): boolean {
  return isObject(value) && isText(value.point) && isText(value.reason)
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
