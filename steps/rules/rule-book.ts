import {
  namesOf,
  openProject,
  type Project,
  type RuleOrCorrelation,
  rulesCalled,
  ruleWithKey as ruleWithKeyIn,
} from '../../project/index.ts'
import { formatProblem, nearestOrKnown, type Problem, type Rule, type RuleKey, visibleText } from '../../sigma/index.ts'
import type { Settings } from '../../sources/index.ts'
import { ScenarioError } from '../scenario/scenario-error.ts'

/** All rules of the project: those that could be read, and why the others could not. */
export type RuleBook = Project['rules']

/** A correlation is a rule: it is named by the same names and takes the same words. */
export type NamedRule = RuleOrCorrelation

/** The rules these settings name, read from disk once for each process. */
export function ruleBookOf(settings: Settings): RuleBook {
  return openProject(settings).rules
}

/** What all rules that these settings name mean together: a hash, worked out once for each process. */
export function meaningOfAllRules(settings: Settings): string {
  return openProject(settings).meaning
}

/**
 * The one rule that a scenario calls by its path, its exact title, its name or its id. None, several, or one that could
 * not be read is a ScenarioError that says what to write instead.
 */
export function ruleNamed(book: RuleBook, name: string): NamedRule {
  const { rules, errors: unreadable } = rulesCalled(book, name)
  const [rule, ...others] = rules
  if (rule !== undefined && others.length === 0 && unreadable.length === 0) return rule
  const called = `"${visibleText(name)}"`
  if (rules.length === 0 && unreadable.length > 0) {
    throw new ScenarioError(
      `the rule ${called} cannot be read:\n${unreadable.map((each) => framed(book, each)).join('\n')}`,
    )
  }
  if (rules.length > 0) {
    const paths = [...new Set([...rules.map((each) => each.key), ...unreadable.map((each) => each.span.path)])]
    throw new ScenarioError(
      `${called} names ${paths.length === 2 ? 'two' : paths.length} rules: ${paths.map(visibleText).join(', ')}; ` +
        (paths.length === new Set(rules.map((each) => each.title)).size ? 'use a path or a title' : 'use a path'),
    )
  }
  const known = [...book.rules, ...book.correlations]
  const listed = known.map(({ title }) => title)
  const hint = nearestOrKnown(name, known.flatMap(namesOf), { quoted: true, listed })
  throw new ScenarioError(`no rule is called ${called}; ${hint}`)
}

/** The detection rule with this key. It is an error for it to be missing: keys come from rules of this book. */
export function ruleWithKey(book: RuleBook, key: RuleKey): Rule {
  const rule = ruleWithKeyIn(book, key)
  if (rule === undefined) throw new ScenarioError(`no rule has the key ${visibleText(key)}`)
  return rule
}

/** The titles of the rules with these keys, for a message. */
export function titlesOf(book: RuleBook, keys: readonly RuleKey[]): string {
  const titles = new Map([...book.rules, ...book.correlations].map(({ key, title }) => [key, title]))
  return quoted(keys.map((key) => titles.get(key) ?? key))
}

/** Names for a message, each in quotes. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${visibleText(name)}"`).join(', ')
}

function framed(book: RuleBook, problem: Problem): string {
  const source = book.sources.get(problem.span.path)
  return source === undefined ? problem.message : formatProblem(problem, source)
}
