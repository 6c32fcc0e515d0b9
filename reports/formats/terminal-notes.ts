import { formatCoverage, type Measure } from '../../measures/index.ts'
import { visibleText } from '../../sigma/index.ts'
import type { Finding, RuleReport } from '../document/report.ts'
import { findingLabels, findingWords } from './finding-words.ts'
import type { Colour, Paint } from './paint.ts'
import { plural } from './plural.ts'
import { wrap } from './wrap.ts'

/** A long list is cut here; the page and the JSON hold all of it. */
const mostShown = 12

/** What there is to say of one rule: its author, what its filters did, problems and findings. Empty for nothing. */
export function ruleNotes(rule: RuleReport, findings: readonly Finding[], columns: number, paint: Paint): string {
  const notes = [
    ...unreadNotes(rule),
    ...filterNotes(rule),
    ...problemNotes(rule),
    ...findingNotes(milder(findings), mostShown),
  ]
  if (notes.length === 0) return ''
  const author = rule.author === null ? '' : ` by ${visibleText(rule.author)}`
  return [
    wrap(paint('bold', visibleText(rule.title)), columns, 2),
    wrap(paint('dim', `  ${visibleText(rule.key)}${author}`), columns, 2),
    ...notes.map((note) => printed(note, columns, paint)),
  ].join('\n')
}

/** Findings that belong to no readable rule. */
export function generalNotes(findings: readonly Finding[], columns: number, paint: Paint): string {
  return findingNotes(milder(findings), mostShown)
    .map((note) => printed(note, columns, paint))
    .join('\n')
}

/** The findings that make a run red, all of them: whoever reads only a few lines has to see these. */
export function graveNotes(findings: readonly Finding[], columns: number, paint: Paint): string {
  return findingNotes(findings.filter(isGrave), Number.POSITIVE_INFINITY)
    .map((note) => printed(note, columns, paint))
    .join('\n')
}

function isGrave({ kind }: Finding): boolean {
  return colours[kind] === 'red'
}

/** Those that {@link graveNotes} leaves out. */
function milder(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !isGrave(finding))
}

/** One line; texts in it are not yet safe to show. */
interface Note {
  readonly label: string
  readonly colour: Colour
  readonly words: string
  readonly place: string
}

function printed({ label, colour, words, place }: Note, columns: number, paint: Paint): string {
  const told = words === '' ? '' : ` ${visibleText(words)}`
  const where = place === '' ? '' : ` ${paint('dim', visibleText(place))}`
  return wrap(`  ${paint(colour, label.padEnd(labelWidth))}${told}${where}`, columns, labelWidth + 3)
}

/** What of the rule's coverage rests on scenarios that nobody has read. */
function unreadNotes({ coverage }: RuleReport): readonly Note[] {
  const told = measures.filter((measure) => coverage[measure].read < coverage[measure].covered)
  if (told.length === 0) return []
  const words = told.map((measure) => `${measure} ${formatCoverage(coverage[measure])}`).join('; ')
  return [{ label: 'unread', colour: 'yellow', words, place: '' }]
}

const measures: readonly Measure[] = ['outcomes', 'detections', 'values', 'mcdc']

function filterNotes({ verdicts }: RuleReport): readonly Note[] {
  return verdicts.filters.map(({ name, suppressed, alone }) => {
    const count = `${name} suppressed ${plural(suppressed, 'event')}`
    const words = suppressed > alone ? `${count}, ${alone} of them alone` : count
    return { label: 'filter', colour: 'dim', words, place: '' }
  })
}

function problemNotes({ problems }: RuleReport): readonly Note[] {
  return problems.map(({ code, severity, message, place }) => ({
    label: severity,
    colour: severity === 'note' ? 'dim' : 'yellow',
    words: `${message} [${code}]`,
    place: `${place.path}:${place.line}:${place.column}`,
  }))
}

function findingNotes(findings: readonly Finding[], most: number): readonly Note[] {
  return [...Map.groupBy(findings, (finding) => finding.kind)].flatMap(([kind, all]) => {
    const label = findingLabels[kind]
    const shown = all.slice(0, most).map((finding): Note => {
      return { label, colour: colours[kind], words: findingWords(finding), place: `${finding.path}:${finding.line}` }
    })
    const more = `and ${all.length - shown.length} more; the page and the JSON list them`
    return all.length > shown.length ? [...shown, { label, colour: 'dim', words: more, place: '' }] : shown
  })
}

const labelWidth = Math.max(...Object.values(findingLabels).map((label) => label.length))

const colours: Readonly<Record<Finding['kind'], Colour>> = {
  'unreadable-rule': 'red',
  'closed-gap': 'red',
  'failed-scenario': 'red',
  'rule-without-scenario': 'yellow',
  impossible: 'yellow',
  'impossible-here': 'dim',
  uncovered: 'yellow',
  circular: 'yellow',
  vacuous: 'yellow',
  misread: 'yellow',
  unrealistic: 'dim',
  'known-gap': 'dim',
  'skipped-scenario': 'dim',
  'unread-scenario': 'yellow',
  'never-fires': 'red',
  'never-fires-here': 'yellow',
  'never-fires-allowed': 'dim',
}
