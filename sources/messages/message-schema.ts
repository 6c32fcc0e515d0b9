import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { SourceError } from '../faults/source-error.ts'
import type { Message } from './message.ts'

/**
 * Makes the function that says whether a value is one of Cucumber's messages, by the schema that the installed Cucumber
 * itself stands on: its reports read what a file holds without looking. Throws a {@link SourceError} without Cucumber.
 */
export function messageValidator(): ValidateFunction<Message> {
  return new Ajv2020({ strict: false }).compile<Message>(schema())
}

function schema(): object {
  try {
    const cucumber = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json'))
    const path = join(cucumber.resolve('@cucumber/messages'), '..', '..', 'messages.schema.json')
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new SourceError('Cucumber is not installed, or does not say what its messages look like', { cause })
  }
}
