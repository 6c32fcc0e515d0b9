import { buildRuleSet, type Placeholders, type Problem, readRules, sourceOf } from '../../../sigma/index.ts'

/** What is said of a text under one code: severity, place, message, hint. */
export interface Advised {
  readonly severity: Problem['severity']
  /** What the span covers. */
  readonly at: string
  readonly message: string
  readonly hint: string
}

/** Everything that a code says of files, in their order. */
export function advisedIn(
  code: Problem['code'],
  texts: readonly string[],
  placeholders: Placeholders = {},
): readonly Advised[] {
  const sources = texts.map((text, at) => sourceOf(`rules/${at}.yml`, text))
  const { problems } = buildRuleSet(sources.map((source) => readRules(source, { placeholders })))
  return problems.flatMap(({ code: own, severity, span, message, hint }) => {
    const text = sources.find(({ path }) => path === span.path)?.text ?? ''
    return own === code ? [{ severity, at: text.slice(span.start, span.end), message, hint }] : []
  })
}

/** A rule over a log source, written in flow style, with these searches and this condition. */
export function ruleOf(logsource: string, searches: string, condition = 'sel', more = ''): string {
  return `title: A rule\n${more}logsource: {${logsource}}\ndetection: {${searches}, condition: ${condition}}\n`
}

/** A rule whose one search is these entries. */
export function searching(logsource: string, entries: string, more = ''): string {
  return ruleOf(logsource, `sel: {${entries}}`, 'sel', more)
}

export const creation = 'product: windows, category: process_creation'
