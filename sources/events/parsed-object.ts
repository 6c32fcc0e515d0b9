import { isObject, type Json, type JsonObject } from '../../sigma/index.ts'

/** The JSON object that a text is; null for any other text. */
export function parsedObject(text: string): JsonObject | null {
  try {
    const json: Json = JSON.parse(text)
    return isObject(json) ? json : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
