import type { PointReport } from './report.ts'

/** What was not seen, in words: `filter_main_localhost: SourceIp '::1' was never seen to match`. */
export function pointText(point: PointReport): string {
  switch (point.measure) {
    case 'outcomes':
      return point.answer === 'fires' ? 'the rule was never seen to fire' : 'the rule was never seen to be silent'
    case 'detections':
      return {
        true: `${point.identifier} was never seen to match`,
        false: `${point.identifier} was never seen not to match`,
        suppressing: `${point.identifier} was never seen to suppress the rule alone`,
      }[point.answer]
    case 'values':
      return `${valueText(point)} was never seen ${point.answer === 'matched' ? 'to match' : 'not to match'}, stated`
    case 'mcdc':
      return `${valueText(point)} was never seen to decide the verdict by ${point.answer === 'true' ? 'matching' : 'not matching'}`
  }
}

/** What never happens, in words. */
export function neverText(point: PointReport): string {
  switch (point.measure) {
    case 'outcomes':
      return point.answer === 'fires' ? 'the rule never fires' : 'the rule is never silent'
    case 'detections':
      return {
        true: `${point.identifier} never matches`,
        false: `${point.identifier} always matches`,
        suppressing: `${point.identifier} never suppresses the rule alone`,
      }[point.answer]
    case 'values':
      return `${valueText(point)} ${point.answer === 'matched' ? 'never matches' : 'always matches'}`
    case 'mcdc':
      return `${valueText(point)} never decides the verdict by ${point.answer === 'true' ? 'matching' : 'not matching'}`
  }
}

function valueText({ identifier, field, written }: PointReport & { readonly measure: 'values' | 'mcdc' }): string {
  return `${identifier}: ${field ?? 'keyword'} '${written}'`
}
