import { existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { nearestOrKnown, type Rule, visibleText } from '../sigma/index.ts'
import { SourceError } from '../sources/faults/index.ts'
import { type LoadedRules, withoutMark } from '../sources/rules/index.ts'
import type { Settings } from '../sources/settings/index.ts'
import { openProject } from './open-project.ts'

/** A rule with everything that was read to find it. */
export interface FoundRule {
  /** Null where a file was named that has problems instead. */
  readonly rule: Rule | null
  readonly loaded: LoadedRules
}

/**
 * The rule that an argument names: the path of its file, or its key, title, name or id among the rules of the settings.
 * Throws a SourceError where it names none or several.
 */
export function findRule(settings: Settings, text: string): FoundRule {
  const isPath = existsSync(resolve(settings.root, text))
  const paths = isPath ? [text, ...settings.rules.filter((path) => withoutMark(path) !== null)] : settings.rules
  const loaded = openProject({ ...settings, rules: paths }).rules
  const found = isPath ? loaded.rules : loaded.rules.filter((rule) => namesOf(rule).includes(text))
  const [rule, ...others] = found
  if (others.length > 0) {
    const keys = found.slice(0, 5).map(({ key }) => visibleText(key))
    throw new SourceError(`"${visibleText(text)}" names ${found.length} rules: ${keys.join(', ')}`)
  }
  if (rule !== undefined) return { rule, loaded }
  if (isPath && loaded.problems.some(({ severity }) => severity === 'error')) return { rule: null, loaded }
  throw noRuleCalled(text, loaded.rules)
}

/** What a rule, or another document, can be found by. */
type Named = Pick<Rule, 'key' | 'title' | 'name' | 'id' | 'source'>

/**
 * The rules that any of the arguments names: a file or folder they stand in, or their key, title, name or id. Throws a
 * SourceError for an argument that names none.
 */
export function rulesNamed<Each extends Named>(rules: readonly Each[], texts: readonly string[]): readonly Each[] {
  const tests = texts.map((text) => {
    const path = posix.normalize(text.replaceAll('\\', '/')).replace(/\/$/, '')
    const isNamed = (rule: Named) =>
      namesOf(rule).includes(text) || rule.source.path === path || rule.source.path.startsWith(`${path}/`)
    if (!rules.some(isNamed)) throw noRuleCalled(text, rules)
    return isNamed
  })
  return rules.filter((rule) => tests.some((isNamed) => isNamed(rule)))
}

function namesOf({ key, title, name, id }: Named): readonly string[] {
  return [key, title, name, id].filter((each) => each !== null)
}

function noRuleCalled(text: string, rules: readonly Named[]): SourceError {
  const listed = rules.map(({ title }) => title)
  const hint = nearestOrKnown(text, rules.flatMap(namesOf), { quoted: true, listed })
  return new SourceError(`no rule is called "${visibleText(text)}"; ${hint}`)
}
