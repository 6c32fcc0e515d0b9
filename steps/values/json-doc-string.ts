import { type Json, positionOf, sourceOf } from '../../sigma/index.ts'
import { exactJson } from '../../sources/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

/** No agent nests deeper than a few levels, and whatever walks an event would run out of stack. */
const deepest = 500

/**
 * The event in a doc string. Throws a ScenarioError that says where the text stops being JSON or nests over 500 deep, or
 * that it is no object.
 */
export function parseJson(text: string): Json {
  const event = parsed(text)
  refuseDeep(text)
  if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event
  throw new ScenarioError(`an event is a JSON object; this is ${Array.isArray(event) ? 'a list' : 'a single value'}`)
}

/** Counts brackets outside of texts. By hand: a pattern would need a stack of its own for a text of many megabytes. */
function refuseDeep(text: string): void {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInText && character === '\\') at += 1
    else if (character === '"') isInText = !isInText
    else if (!isInText && (character === '{' || character === '[')) depth += 1
    else if (!isInText && (character === '}' || character === ']')) depth -= 1
    if (depth > deepest) throw new ScenarioError(`${placeOf(text, at)}: nested over ${deepest} deep, which no event is`)
  }
}

function placeOf(text: string, offset: number): string {
  const { line, column } = positionOf(sourceOf('', text), offset)
  return `line ${line}, column ${column}`
}

function parsed(text: string): Json {
  try {
    return exactJson(text)
  } catch (error) {
    const place = placeOf(text, faultIn(text))
    const reason = error instanceof Error ? error.message : String(error)
    throw new ScenarioError(`${place}: not JSON: ${reason}`)
  }
}

/** The offset of the first character with which no JSON text can go on: the engine's message does not always tell it. */
function faultIn(text: string): number {
  let [good, bad] = [0, text.length + 1]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (mayGoOn(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether a text is the beginning of some JSON text, as far as the engine says that only its end is missing. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /at position (\d+)/.exec(message)?.[1]
    return /end of JSON input|Unterminated string/.test(message) || Number(position ?? -1) >= beginning.length
  }
}
