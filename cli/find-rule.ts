import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearestNames, type Rule, visibleText } from '../sigma/index.ts'
import { type LoadedRules, loadRules, type Settings } from '../sources/index.ts'
import { UsageError } from './usage-error.ts'

/** A rule with everything that was read to find it. */
export interface FoundRule {
  /** Null where a file was named that has problems instead. */
  readonly rule: Rule | null
  readonly loaded: LoadedRules
}

/**
 * The rule that an argument names: the path of its file, or its key, title, name or id among the rules of the settings.
 * Throws a UsageError where it names none or several.
 */
export function findRule(settings: Settings, text: string): FoundRule {
  const isPath = existsSync(resolve(settings.root, text))
  const loaded = loadRules(settings.root, isPath ? [text] : settings.rules, settings.placeholders)
  const namesOf = ({ key, title, name, id }: Rule) => [key, title, name, id].filter((each) => each !== null)
  const found = isPath ? loaded.rules : loaded.rules.filter((rule) => namesOf(rule).includes(text))
  const [rule, ...others] = found
  if (others.length > 0) {
    const keys = found.slice(0, 5).map(({ key }) => visibleText(key))
    throw new UsageError(`"${visibleText(text)}" names ${found.length} rules: ${keys.join(', ')}`)
  }
  if (rule !== undefined) return { rule, loaded }
  if (isPath && loaded.problems.some(({ severity }) => severity === 'error')) return { rule: null, loaded }
  const nearest = nearestNames(text, loaded.rules.flatMap(namesOf)).map((name) => `"${visibleText(name)}"`)
  throw new UsageError(`no rule is called "${visibleText(text)}"; nearest: ${nearest.join(', ') || 'none'}`)
}
