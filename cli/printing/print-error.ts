import type { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { visibleText } from '../../sigma/text/index.ts'

/**
 * Prints what went wrong and each cause below it. An error we did not expect comes with its stack, because then the
 * place is all there is to go by.
 */
export function printError(error: unknown, stderr: Writable, expected: boolean): void {
  stderr.write(`sigmaproof: ${linesOf(error, expected)}\n`)
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
    stderr.write(`  because: ${linesOf(cause, expected)}\n`)
  }
}

function linesOf(error: unknown, expected: boolean): string {
  const text = error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : String(error)
  return stripVTControlCharacters(text).split(/\r?\n/).map(visibleText).join('\n')
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}
