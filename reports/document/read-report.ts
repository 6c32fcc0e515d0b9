import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../report.schema.json' with { type: 'json' }
import type { Report } from './report.ts'

/** A text that is no report of this version. */
export class ReportError extends Error {}

/** Reads a report that an earlier run wrote. Throws a {@link ReportError} that names `origin`, the file, if it is none. */
export function readReport(text: string, origin: string): Report {
  const document = parsed(text, origin)
  isReport ??= new Ajv2020({ allErrors: false, strict: false }).compile<Report>(schema)
  if (isReport(document)) return document
  const [fault] = isReport.errors ?? []
  throw new ReportError(
    `${origin} is no report of this version: ${fault?.instancePath || 'it'} ${fault?.message ?? ''}`,
  )
}

// Compiling takes a tenth of a second, which only who reads a report should pay, and once.
let isReport: ValidateFunction<Report> | undefined

function parsed(text: string, origin: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ReportError(`${origin} is no JSON`, { cause })
  }
}
