import { type Json, positionOf, sourceOf } from '../sigma/index.ts'
import { ScenarioError } from './scenario-error.ts'

/** The event in a doc string. Throws a ScenarioError that says where the text stops being JSON, or that it is no object. */
export function parseJson(text: string): Json {
  const event = parsed(text)
  if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event
  throw new ScenarioError(`an event is a JSON object; this is ${Array.isArray(event) ? 'a list' : 'a single value'}`)
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { line, column } = positionOf(sourceOf('', text), faultIn(text))
    const reason = error instanceof Error ? error.message : String(error)
    throw new ScenarioError(`line ${line}, column ${column}: not JSON: ${reason}`)
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
