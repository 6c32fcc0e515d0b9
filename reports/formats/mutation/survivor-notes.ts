import { scenarioTexts, suggestionPath } from '../../../authoring/index.ts'
import type { MutationOperator, Suggestion } from '../../../measures/index.ts'
import { visibleText } from '../../../sigma/index.ts'
import type { MutantReport, RuleMutationReport } from '../../mutation/mutation-report.ts'
import type { Paint } from '../paint.ts'
import { plural } from '../plural.ts'
import { wrap } from '../wrap.ts'
import { suggestionsOf } from './kill-features.ts'
import { lineDiff } from './line-diff.ts'
import { operatorWords } from './operator-words.ts'
import { titleWords } from './title-words.ts'

/** Survivors of one document that are shown; the page and the JSON hold all of them. */
const mostSurvivors = 12
/** Lines of one side of a diff that are shown. */
const mostLines = 4
/** Scenarios of one document that are shown, an outline as one; the feature holds all of them. */
const mostScenarios = 3

/** How wide the terminal is, and where the page and the features were written to. */
export interface SurvivorOptions {
  readonly columns: number
  readonly folder: string
}

/**
 * The mutants of a document that survived, by operator, as diffs, the first of every operator before the second of any; and
 * scenarios that kill those. What is too much is counted, with where to read it. Empty where none survived.
 */
export function survivorNotes(rule: RuleMutationReport, options: SurvivorOptions, paint: Paint): string {
  const { author, mutants } = rule
  const survivors = mutants.filter(({ state }) => state.kind === 'survived')
  if (survivors.length === 0) return ''
  const groups = [...Map.groupBy(survivors, ({ operator }) => operator)]
  const shown = firstOfEach(groups.map(([, own]) => own))
  const by = author === null ? '' : ` by ${visibleText(author)}`
  const heading = paint('bold', `${titleWords(rule)}${by}: ${plural(survivors.length, 'mutant')} survived`)
  return [
    wrap(heading, options.columns, 2),
    ...groups.map(([operator, own]) => groupNote(operator, own, shown, rule, paint)),
    ...(shown.size < survivors.length ? [`  All ${survivors.length}: ${options.folder}/index.html`] : []),
    ...killNotes(rule, suggestionsOf(survivors.filter((mutant) => shown.has(mutant))), survivors, options),
  ].join('\n\n')
}

function firstOfEach(groups: readonly (readonly MutantReport[])[]): ReadonlySet<MutantReport> {
  const longest = Math.max(...groups.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, turn) => groups.flatMap((group) => group[turn] ?? [])).flat()
  return new Set(inTurn.slice(0, mostSurvivors))
}

function groupNote(
  operator: MutationOperator,
  survivors: readonly MutantReport[],
  shown: ReadonlySet<MutantReport>,
  { path, text }: RuleMutationReport,
  paint: Paint,
): string {
  const own = survivors.filter((mutant) => shown.has(mutant))
  const rest = survivors.length - own.length
  return [
    `  ${operatorWords[operator]}${survivors.length === 1 ? '' : `: ${survivors.length}`}`,
    ...own.map((mutant) => survivorNote(mutant, path, text, paint)),
    ...(own.length > 0 && rest > 0 ? [`    and ${rest} more`] : []),
  ].join('\n')
}

function survivorNote({ place, replacement, state }: MutantReport, path: string, text: string, paint: Paint): string {
  const open =
    state.kind === 'survived' && state.limit !== null
      ? [`      no event found: gave up ${visibleText(state.limit)}`]
      : []
  const { removed, added } = lineDiff(text, { ...place, replacement })
  return [
    `    ${visibleText(path)}:${place.line}`,
    ...firstOf(removed, '-').map((line) => paint('red', line)),
    ...firstOf(added, '+').map((line) => paint('green', line)),
    ...open,
  ].join('\n')
}

/** The lines of one side of a diff, of many the first ones and how many follow. */
function firstOf(lines: readonly string[], sign: '-' | '+'): readonly string[] {
  const rest = lines.length - mostLines
  const shown = rest > 1 ? lines.slice(0, mostLines) : lines
  return [
    ...shown.map((line) => `      ${sign} ${visibleText(line)}`),
    ...(rest > 1 ? [`      ${sign} (${rest} more lines)`] : []),
  ]
}

/** The scenarios that kill survivors; of a filter document each is about one of the rules that it applies to. */
function killNotes(
  { key }: RuleMutationReport,
  shown: readonly Suggestion[],
  survivors: readonly MutantReport[],
  { columns, folder }: SurvivorOptions,
): readonly string[] {
  const all = Map.groupBy(suggestionsOf(survivors), ({ rule }) => rule)
  return [...Map.groupBy(shown, ({ rule }) => rule)].flatMap(([rule, own]) => {
    const texts = scenarioTexts(own).slice(0, mostScenarios)
    const told = texts.reduce((sum, { scenarios }) => sum + scenarios, 0)
    const rest = (all.get(rule)?.length ?? 0) - told
    const verb = told === 1 ? 'This kills one of them' : 'These kill some of them'
    const start = rest > 0 ? verb : told === 1 ? 'This kills it' : 'These kill them'
    const about = rule === key ? '' : `, about the rule ${visibleText(rule)}`
    const more = `  and ${plural(rest, 'more scenario')}, all of them in ${folder}/${suggestionPath(rule)}`
    return [
      `  ${start}${about}:`,
      ...texts.map(({ text }) => text.trimEnd()),
      ...(rest > 0 ? [wrap(more, columns, 4)] : []),
    ]
  })
}
