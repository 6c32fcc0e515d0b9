import { formatRatio } from '../../measures/index.ts'
import { type RuleKey, visibleText } from '../../sigma/index.ts'
import { pointText } from '../assembly/point-text.ts'
import type { NextPoints, PointReport, Report, RuleReport, ThresholdReport } from '../document/report.ts'
import type { Paint } from './paint.ts'
import { wrap } from './wrap.ts'

/** So many points of a rule are listed; the page and the JSON hold all of them. */
const mostOfARule = 10

/** The thresholds, met or missed, for a terminal; empty where there are none. */
export function thresholdLines({ thresholds, rules }: Report, columns: number, paint: Paint): string {
  const titles = new Map(rules.map(({ key, title }) => [key, title]))
  return thresholds.map((threshold) => wrap(thresholdLine(threshold, titles, paint), columns, 4)).join('\n')
}

function thresholdLine(threshold: ThresholdReport, titles: ReadonlyMap<RuleKey, string>, paint: Paint): string {
  const { path, wanted, ratio, met } = threshold
  const where = path === null ? '' : ` of ${visibleText(path)}`
  const why = threshold.proved ? ': every point was proved impossible' : ''
  const reached = `${formatRatio(ratio)} (${ratio.covered}/${ratio.total})${why}`
  const told = `${thresholdName(threshold)}${where} ${reached}`
  return met
    ? `  ${paint('green', '✓')} ${told}`
    : `  ${paint('red', '✗')} ${told}, ${wanted} % wanted${lackingWords(threshold, titles)}`
}

/** So many of the rules that lack a scenario are named. */
const mostLacking = 5

/** Which rules lack what every rule must have; the page says the same. */
export function lackingWords({ lacking }: ThresholdReport, titles: ReadonlyMap<RuleKey, string>): string {
  if (lacking.length === 0) return ''
  const named = lacking.slice(0, mostLacking).map((key) => `"${visibleText(titles.get(key) ?? key)}"`)
  const more = lacking.length > named.length ? ` and ${lacking.length - named.length} more` : ''
  return `; missing for ${named.join(', ')}${more}`
}

/** What a threshold asks for, in words. */
export function thresholdName({ measure }: ThresholdReport): string {
  if (measure === 'scenarios') return 'rules with a firing and a silent scenario'
  return measure === 'suppression' ? 'rules with a scenario for each filter that it suppresses' : measure
}

/** What to cover next where a threshold is missed, the nearest first; empty where none is. */
export function nextLines({ next, rules }: Report, columns: number, paint: Paint): string {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  const lists = next.flatMap((each) => {
    const rule = byKey.get(each.rule)
    return rule === undefined ? [] : [nextOfRule(rule, each, columns, paint)]
  })
  return lists.length === 0 ? '' : [paint('bold', 'To cover next, the nearest first'), ...lists].join('\n')
}

function nextOfRule(rule: RuleReport, { points }: NextPoints, columns: number, paint: Paint): string {
  const byId = new Map(rule.points.map((point) => [point.id, point]))
  const shown = points.slice(0, mostOfARule).flatMap(({ point, distance }) => {
    const found = byId.get(point)
    return found === undefined ? [] : [wrap(nextLine(found, distance, paint), columns, 6)]
  })
  const more = points.length > shown.length ? [`    ${paint('dim', `and ${points.length - shown.length} more`)}`] : []
  return [wrap(`  ${visibleText(rule.title)}`, columns, 4), ...shown, ...more].join('\n')
}

function nextLine(point: PointReport, distance: number | null, paint: Paint): string {
  const place = paint('dim', visibleText(`${point.place.path}:${point.place.line}`))
  return `    ${visibleText(pointText(point))}${paint('dim', point.unread ? unreadWords : distanceWords(distance))} ${place}`
}

const unreadWords = ' (but for a scenario that nobody has read; once you have, take @unread off)'

function distanceWords(distance: number | null): string {
  if (distance === null) return ''
  if (distance === 0) return ' (an event shows it, but its scenario does not state or name it)'
  return ` (${distance} ${distance === 1 ? 'value' : 'values'} away)`
}
