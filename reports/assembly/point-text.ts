import type { PointReport } from '../document/report.ts'

/** What was not seen, in words: `filter_main_localhost: SourceIp '::1' was never seen to match`. */
export function pointText(point: PointReport): string {
  switch (point.kind) {
    case 'outcome':
      return point.answer === 'fires' ? 'the rule was never seen to fire' : 'the rule was never seen to be silent'
    case 'detection':
      return {
        true: `${point.identifier} was never seen to match`,
        false: `${point.identifier} was never seen not to match`,
        suppressing: `${point.identifier} was never seen to suppress the rule alone`,
      }[point.answer]
    case 'value':
      return `${valueText(point)} was never seen ${point.answer === 'matched' ? 'to match' : 'not to match'} in a scenario that states ${point.field === null ? 'a' : 'the'} field`
    case 'decision':
      return `${valueText(point)} was never seen to decide the verdict by ${point.answer === 'true' ? 'matching' : 'not matching'}`
    case 'referred-rule':
      return `the rule ${point.reference} was never seen to be needed`
    case 'order':
      return {
        kept: 'the order of the rules was never seen to be kept',
        broken: 'the order of the rules was never seen to be broken',
        free: 'the rules were never seen to fire it in another order than listed',
      }[point.answer]
    case 'threshold':
      return `the threshold ${point.operator} ${point.value} was never just ${point.answer}`
    case 'timespan':
      return point.answer === 'inside'
        ? `the timespan ${point.timespan} was never used up to its last second`
        : `the timespan ${point.timespan} was never exceeded by a second`
    case 'group-by':
      return `${point.field} was never seen to keep two groups apart`
  }
}

/** What never happens, in words. */
export function neverText(point: PointReport): string {
  switch (point.kind) {
    case 'outcome':
      return point.answer === 'fires' ? 'the rule never fires' : 'the rule is never silent'
    case 'detection':
      return {
        true: `${point.identifier} never matches`,
        false: `${point.identifier} always matches`,
        suppressing: `${point.identifier} never suppresses the rule alone`,
      }[point.answer]
    case 'value':
      return `${valueText(point)} ${point.answer === 'matched' ? 'never matches' : 'always matches'}`
    case 'decision':
      return `${valueText(point)} never decides the verdict by ${point.answer === 'true' ? 'matching' : 'not matching'}`
    case 'referred-rule':
    case 'order':
    case 'threshold':
    case 'timespan':
    case 'group-by':
      return pointText(point)
  }
}

function valueText({ identifier, field, written }: PointReport & { readonly kind: 'value' | 'decision' }): string {
  return `${identifier}: ${field ?? 'keyword'} '${written}'`
}
