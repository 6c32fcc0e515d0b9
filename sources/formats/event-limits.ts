/** What one recorded event may take, so that no file fills the memory or the stack. No log writes events this large. */
export interface EventLimits {
  /** Characters of its text. */
  readonly length: number
  /** Brackets open at once: whatever walks an event calls itself for each. */
  readonly depth: number
  /** Values in it, lists and objects among them: each takes far more memory than its text. */
  readonly values: number
}

const megabyte = 1024 * 1024

export const eventLimits: EventLimits = { length: 64 * megabyte, depth: 500, values: 4_000_000 }

/** A length in the words of a message. */
export function lengthInWords(length: number): string {
  return length >= megabyte ? `${length / megabyte} MB` : `${length} characters`
}
