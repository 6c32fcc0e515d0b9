// The door of the output formats, data alone: whoever only lists them loads nothing else.

/** What a run, and the judging of mutants after it, write into the output folder. */
export type OutputFormat =
  | 'report'
  | 'html'
  | 'summary'
  | 'suggestions'
  | 'cucumber'
  | 'junit'
  | 'messages'
  | 'mutation'
  | 'mutation-html'
  | 'mutation-suggestions'

export interface OutputFormatRow {
  /** The command that writes it; others write it too. */
  readonly command: 'test' | 'mutate'
  readonly description: string
  /** Its file, from the output folder with `/`; a folder of features where it ends so. */
  readonly file: string
  /** How a file of it begins; version 0.1.0 listed nothing, so that its files are known by that alone. */
  readonly beginning: RegExp
  /** Cucumber's name of it, where Cucumber writes it. */
  readonly ofCucumber?: string
}

export const outputFormats: Readonly<Record<OutputFormat, OutputFormatRow>> = {
  report: {
    command: 'test',
    description: 'rules, scenarios, verdicts and coverage',
    file: 'report.json',
    beginning: /^\{\s*"version": \d+,\s*"seed": "/,
  },
  html: {
    command: 'test',
    description: 'the same to read, each rule with its uncovered lines marked',
    file: 'html/index.html',
    beginning: /^<!doctype html>\s*<html lang="en"><head><meta charset="utf-8">\s*<meta http-equiv="Content-Security/,
  },
  summary: {
    command: 'test',
    description: 'the table that is printed',
    file: 'summary.txt',
    beginning: /^\s*(?:┌|sigmaproof wrote no report|\d+ rules? ·)/,
  },
  suggestions: {
    command: 'test',
    description: 'with --suggest, features of the scenarios that are missing',
    file: 'suggestions/',
    beginning: /^# Suggested by sigmaproof/,
  },
  cucumber: {
    command: 'test',
    description: "Cucumber's own report",
    file: 'cucumber/index.html',
    beginning: /^<!DOCTYPE html>[\s\S]*<title>Cucumber<\/title>/,
    ofCucumber: 'html',
  },
  junit: {
    command: 'test',
    description: 'for CI',
    file: 'junit.xml',
    beginning: /^<\?xml version="1.0"\?>\s*<testsuite name="[^"]*" time="/,
    ofCucumber: 'junit',
  },
  messages: {
    command: 'test',
    description: "Cucumber's messages, to make any report again",
    file: 'messages.ndjson',
    beginning: /^\{"meta":\{.*"name":"cucumber-js"/,
    ofCucumber: 'message',
  },
  mutation: {
    command: 'mutate',
    description: 'by the public schema of mutation testing reports',
    file: 'mutation/mutation.json',
    beginning: /^\{[\s\S]*"schemaVersion"/,
  },
  'mutation-html': {
    command: 'mutate',
    description: 'the same to read',
    file: 'mutation/index.html',
    beginning: /^<!doctype html>/i,
  },
  'mutation-suggestions': {
    command: 'mutate',
    description: 'features of the scenarios that kill what survived',
    file: 'mutation/suggestions/',
    beginning: /^# Suggested by sigmaproof/,
  },
}

/** What `check` prints. */
export type CheckFormat = 'text' | 'json' | 'sarif' | 'github'

/** Each with what it is for. */
export const checkFormats: Readonly<Record<CheckFormat, string>> = {
  text: 'for people',
  json: 'for programs',
  sarif: 'for code scanning',
  github: 'remarks beside the lines of a pull request',
}

/** The formats that a command writes, in the order of the help. */
export function formatsOf(command: OutputFormatRow['command']): readonly OutputFormatRow[] {
  return Object.values(outputFormats).filter((row) => row.command === command)
}

/** Whether a path, from the output folder with `/`, is one of a format. */
export function isOfFormat({ file }: OutputFormatRow, path: string): boolean {
  if (!file.endsWith('/')) return path === file
  const name = path.slice(file.length, -'.feature'.length)
  return path.startsWith(file) && path.endsWith('.feature') && name !== '' && !path.split('/').includes('..')
}
