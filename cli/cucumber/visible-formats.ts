import type { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import type { IRunConfiguration } from '@cucumber/cucumber/api'
import { htmlSpecifier, junitSpecifier, visibleSpecifier } from './our-modules.ts'

type Formats = IRunConfiguration['formats']

/** Cucumber's formatters for people. */
const forPeople: readonly string[] = ['pretty', 'progress', 'summary']

/** Those of Cucumber's that ours stand in for. */
const ours: Readonly<Record<string, () => string>> = { html: htmlSpecifier, junit: junitSpecifier }

/**
 * The formats as Cucumber is given them: in place of its own for people, which print names as they stand, those that make them
 * visible; in place of its JUnit report one that is XML whatever it holds, and of its page one without a file for each
 * assertion. `stderr` is where the first one prints.
 */
export function visibleFormats({ stdout, files, options, ...rest }: Formats, stderr: Writable): Formats {
  // Cucumber itself puts another one in the place of a bar that nobody sees.
  const isForPeople = forPeople.includes(stdout) || (stdout === 'progress-bar' && stderr instanceof WriteStream)
  const shown = (format: string): string => ours[format]?.() ?? format
  return {
    ...rest,
    stdout: isForPeople ? visibleSpecifier() : shown(stdout),
    files: Object.fromEntries(Object.entries(files).map(([path, format]) => [path, shown(format)])),
    options: { ...options, sigmaproofShown: stdout },
  }
}
