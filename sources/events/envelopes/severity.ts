import type { Json } from '../../../sigma/index.ts'

const words = /^(?:INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|CRITICAL|VERBOSE|DEBUG|AUDIT_(?:SUCCESS|FAILURE))$/i

/** Whether a value is a level of a log, in a word or as a number. */
export function isSeverity(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && (words.test(value) || /^\d+$/.test(value)))
}
