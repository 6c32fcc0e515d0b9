import { realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { escapedForGlob } from '../../project/features/index.ts'

/** Our step definitions as Cucumber's `import` wants them: a glob relative to the working directory. */
export function stepsGlob(root: string): string {
  return escapedForGlob(relative(root, pathOf('steps/index')).split(sep).join('/'))
}

/** Our formatter as Cucumber's `format` wants it. */
export function formatterSpecifier(): string {
  return pathToFileURL(pathOf('reports/formatters/cucumber-formatter')).href
}

/** Cucumber's formatters for people, of which texts are made visible. */
export function visibleSpecifier(): string {
  return pathToFileURL(pathOf('reports/formatters/visible-formatter')).href
}

/** Cucumber's JUnit report, mended. */
export function junitSpecifier(): string {
  return pathToFileURL(pathOf('reports/formatters/junit-formatter')).href
}

/** Cucumber's HTML report, without what our steps attach. */
export function htmlSpecifier(): string {
  return pathToFileURL(pathOf('reports/formatters/html-formatter')).href
}

/** What is said of an undefined step, as Cucumber's `snippetSyntax` wants it. */
export function snippetsSpecifier(): string {
  return pathToFileURL(pathOf('steps/snippet-syntax')).href
}

/** Whether a specifier in the user's `format` means our formatter: by the package's name, as a path or as a URL. */
export function isOurFormatter(specifier: string, root: string): boolean {
  if (specifier === 'sigmaproof/formatter' || specifier === formatterSpecifier()) return true
  return (
    specifier.startsWith('.') &&
    realPath(resolve(root, specifier)) === realPath(pathOf('reports/formatters/cucumber-formatter'))
  )
}

/** Sources in the repository, JavaScript in the package: whatever this file itself is. */
function pathOf(module: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fileURLToPath(new URL(`../../${module}.${extension}`, import.meta.url))
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
