import type { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import type { IRunConfiguration } from '@cucumber/cucumber/api'
import { junitSpecifier, visibleSpecifier } from './our-modules.ts'

type Formats = IRunConfiguration['formats']

/** Cucumber's formatters for people. */
const forPeople: readonly string[] = ['pretty', 'progress', 'summary']

/**
 * The formats as Cucumber is given them: in place of its own for people, which print names as they stand, those that make them
 * visible, and in place of its JUnit report one that is XML whatever it holds. `stderr` is where the first one prints.
 */
export function visibleFormats({ stdout, files, options, ...rest }: Formats, stderr: Writable): Formats {
  // Cucumber itself puts another one in the place of a bar that nobody sees.
  const isForPeople = forPeople.includes(stdout) || (stdout === 'progress-bar' && stderr instanceof WriteStream)
  return {
    ...rest,
    stdout: isForPeople ? visibleSpecifier() : stdout === 'junit' ? junitSpecifier() : stdout,
    files: Object.fromEntries(
      Object.entries(files).map(([path, format]) => [path, format === 'junit' ? junitSpecifier() : format]),
    ),
    options: { ...options, sigmaproofShown: stdout },
  }
}
