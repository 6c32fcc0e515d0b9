import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { TextDecoder } from 'node:util'
import { visibleText } from '../../sigma/index.ts'
import type { Message } from './message.ts'
import { MessageError } from './message-error.ts'
import { messageValidator } from './message-schema.ts'

/** What Cucumber's message formatter wrote into one file. */
export interface MessageFile {
  /** From the project root with `/`. */
  readonly path: string
  readonly messages: readonly Message[]
  /** The line of each message, from 1. */
  readonly lines: readonly number[]
}

/**
 * Reads a file of messages, one a line, each held against Cucumber's own schema. Throws a {@link MessageError} with file
 * and line for the first line that is none, a file that is empty or not UTF-8, and one that cannot be read.
 */
export async function readMessages(root: string, path: string): Promise<MessageFile> {
  validator ??= messageValidator()
  const isMessage = validator
  const messages: Message[] = []
  const lines: number[] = []
  let line = 0
  for await (const text of linesOf(join(root, path), path)) {
    line += 1
    if (text.trim() === '') continue
    const value = parsed(text, path, line)
    if (!isMessage(value)) throw fault(path, line, `no message of Cucumber: ${reasonOf(isMessage.errors ?? [], value)}`)
    messages.push(value)
    lines.push(line)
  }
  if (messages.length === 0) throw fault(path, 1, 'there is no message in it')
  return { path, messages, lines }
}

/** Compiled once: that takes longer than to hold thousands of messages against it. */
let validator: ReturnType<typeof messageValidator> | undefined

/** Line by line, because the file may be longer than a text can be. */
async function* linesOf(file: string, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: readonly string[] = []
  let line = 1
  try {
    for await (const bytes of createReadStream(file)) {
      const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n')
      rest = [...rest, first]
      for (const other of others) {
        yield rest.join('')
        line += 1
        rest = [other]
      }
    }
    decoder.decode()
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const reason = cause instanceof TypeError ? 'not UTF-8' : `cannot be read (${cause.message})`
    throw fault(path, line, reason, cause)
  }
  yield rest.join('')
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = text.trimStart().startsWith('{') ? 'the line ends within a message or is damaged' : 'not JSON'
    throw fault(path, line, reason, cause)
  }
}

function reasonOf(
  errors: readonly { readonly instancePath: string; readonly message?: string }[],
  value: unknown,
): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a message is an object'
  const [error] = errors
  const where =
    error === undefined || error.instancePath === '' ? Object.keys(value).slice(0, 3).join(', ') : error.instancePath
  return `${visibleText(where === '' ? 'it' : where)} ${error?.message ?? 'is unknown'}`
}

function fault(path: string, line: number, message: string, cause?: unknown): MessageError {
  return new MessageError(`${visibleText(path)}:${line}: ${message}`, cause === undefined ? {} : { cause })
}
