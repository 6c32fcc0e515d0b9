import { UsageError } from './usage-error.ts'

/** One `--format name[:path]`: `path` null for stdout. */
export interface FormatOption<Name extends string> {
  readonly name: Name
  readonly path: string | null
}

/**
 * Reads the values of `--format`. The `usual` one goes to stdout when none of them does. Throws a UsageError for a format
 * that does not exist, for an empty path, and where two would print to stdout or write one file.
 */
export function formatOptions<Name extends string>(
  given: readonly string[],
  formats: Readonly<Record<Name, unknown>>,
  usual: NoInfer<Name>,
): readonly FormatOption<Name>[] {
  const asked = given.map((text) => formatOption(text, formats))
  const options = asked.some(({ path }) => path === null) ? asked : [{ name: usual, path: null }, ...asked]
  for (const { path } of options) {
    if (options.filter((each) => each.path === path).length > 1) {
      throw new UsageError(
        `two formats go to ${path === null ? 'stdout; give one a path, such as json:out/check.json' : `"${path}"`}`,
      )
    }
  }
  return options
}

function formatOption<Name extends string>(text: string, formats: Readonly<Record<Name, unknown>>): FormatOption<Name> {
  const isName = (name: string): name is Name => Object.hasOwn(formats, name)
  const colon = text.indexOf(':')
  const called = colon < 0 ? text : text.slice(0, colon)
  if (!isName(called)) {
    throw new UsageError(`there is no format "${called}"; there are ${Object.keys(formats).join(', ')}`)
  }
  const path = colon < 0 ? null : text.slice(colon + 1)
  if (path === '') throw new UsageError(`the format "${text}" names no file after its colon`)
  return { name: called, path }
}
