import { featureText, suggestionPath } from '../../authoring/index.ts'
import { visibleText } from '../../sigma/index.ts'
import type { Report, RuleReport, RuleSuggestions } from '../document/report.ts'
import { plural } from './plural.ts'

/** A feature to be written into the output folder. */
export interface SuggestedFeature {
  /** From the output folder, with `/`. */
  readonly path: string
  readonly text: string
  readonly suggestions: RuleSuggestions
}

/** The first line of every file of suggestions: what has it may be overwritten and removed. */
export const suggestedMark = '# Suggested by sigmaproof'

/** What is said where suggestions were asked for and there are none. */
export const nothingMissing = 'Nothing to suggest: every point that an event can cover is covered.'

/** Open points that are listed for one reason; report.json has them all. */
const mostOpenPoints = 5

/** The suggestions of a report as features, one for each rule that has some; a file's path is that of its rule. */
export function suggestedFeatures(report: Report): readonly SuggestedFeature[] {
  const rules = new Map(report.rules.map((rule) => [rule.key, rule]))
  return report.suggestions.flatMap((suggestions) => {
    const rule = rules.get(suggestions.rule)
    if (rule === undefined || suggestions.scenarios.length === 0) return []
    return [{ path: suggestionPath(rule.key), text: textOf(rule, report, suggestions), suggestions }]
  })
}

/**
 * The same for a terminal: the scenarios ready to paste, each rule under its path, and the points that stay open; a word where
 * nothing is missing. Empty where nothing was asked for.
 */
export function formatSuggestions({ suggestions, suggested, rules }: Report): string {
  if (!suggested || rules.length === 0) return ''
  if (suggestions.length === 0) return `\n${nothingMissing}\n`
  const sections = suggestions.map(({ rule, scenarios, open }) => {
    const texts = scenarios.map(({ text }) => text)
    return [`# ${visibleText(rule)}\n`, ...texts, ...(open.length === 0 ? [] : [openLines(open)])].join('\n')
  })
  const all = suggestions.flatMap(({ scenarios }) => scenarios)
  const count = all.reduce((sum, { scenarios }) => sum + scenarios, 0)
  const served = suggestions.filter(({ scenarios }) => scenarios.length > 0).length
  const total = `${plural(count, 'scenario')} suggested for ${plural(served, 'rule')}`
  return `\n${sections.join('\n')}\n${total}\n`
}

function textOf(rule: RuleReport, report: Report, { scenarios, open }: RuleSuggestions): string {
  const head = `${suggestedMark} for ${visibleText(rule.key)}. Move what you keep beside your features.`
  const texts = scenarios.map(({ text }) => text)
  const feature = featureText(rule, report.rules, texts)
  return `${head}\n${feature}${open.length === 0 ? '' : `\n${openLines(open)}`}`
}

/** The first points of each reason; of a rule of thousands of values, thousands may share one. */
function openLines(open: RuleSuggestions['open']): string {
  const lines = [...Map.groupBy(open, ({ reason }) => reason)].flatMap(([reason, points]) => {
    const because = `${visibleText(reason)}\n`
    const shown = points.slice(0, mostOpenPoints).map(({ point }) => visibleText(point))
    const rest = points.length - shown.length
    return [
      ...shown.map((point) => `  # no scenario covers ${point}: ${because}`),
      ...(rest > 0 ? [`  # nor ${plural(rest, 'more point')}: ${because}`] : []),
    ]
  })
  return lines.join('')
}
