import {
  type Bound,
  type Correlation,
  fieldValue,
  numberOf,
  type Occurrence,
  type RuleExpression,
  textOf,
} from '../../../sigma/index.ts'

/** Semantics 7.2 to 7.4 read off word by word, each window from scratch: the time of each match and its group. */
export function matchesByDefinition(
  correlation: Correlation,
  occurrences: readonly Occurrence[],
): readonly (readonly [time: number, group: readonly string[]])[] {
  const ordered = occurrences.toSorted((one, other) => one.time - other.time || one.event - other.event)
  const keys = new Map<string, readonly string[]>()
  const keyOf = (occurrence: Occurrence): string | null => {
    const texts = correlation.groupBy.map(({ field }) => textOf(fieldValue(occurrence.fields, field) ?? null))
    if (texts.includes(null)) return null
    const group = texts.map((text) => text ?? '')
    keys.set(JSON.stringify(group), group)
    return JSON.stringify(group)
  }
  const counted = ordered.filter((each) => keyOf(each) !== null)
  return [...keys]
    .flatMap(([key, group]) => {
      const own = counted.filter((each) => keyOf(each) === key)
      const found = isSliding(correlation) ? sliding(correlation, own) : closed(correlation, own)
      return found.map((last) => ({ last, group }))
    })
    .sort((one, other) => one.last.time - other.last.time || one.last.event - other.last.event)
    .map(({ last, group }) => [last.time, group] as const)
}

function isSliding({ type, condition }: Correlation): boolean {
  if (condition.kind === 'expression') return !JSON.stringify(condition.expression).includes('"kind":"not"')
  const isCounting = ['event_count', 'value_count', 'temporal', 'temporal_ordered', 'value_sum'].includes(type)
  return isCounting && condition.bounds.every(({ operator }) => ['gt', 'gte'].includes(operator))
}

function sliding(correlation: Correlation, own: readonly Occurrence[]): readonly Occurrence[] {
  const { milliseconds } = correlation.timespan
  const held = own.map((last, at) =>
    holds(
      correlation,
      own.slice(0, at + 1).filter(({ time }) => time >= last.time - milliseconds),
    ),
  )
  return own.filter((_each, at) => held[at] === true && held[at - 1] !== true)
}

function closed(correlation: Correlation, own: readonly Occurrence[]): readonly Occurrence[] {
  const [first] = own
  if (first === undefined) return []
  const inside = own.filter(({ time }) => time <= first.time + correlation.timespan.milliseconds)
  const last = inside.at(-1)
  const rest = closed(correlation, own.slice(inside.length))
  return last !== undefined && holds(correlation, inside) ? [last, ...rest] : rest
}

function holds(correlation: Correlation, window: readonly Occurrence[]): boolean {
  const { condition, rules, type } = correlation
  if (condition.kind === 'expression') {
    const isTrue = truth(condition.expression, window)
    const present = rules.filter((rule) => window.some((each) => each.rule === rule))
    return isTrue && (type === 'temporal' || hasChain(present, window, Number.NEGATIVE_INFINITY))
  }
  const value = valueOfWindow(correlation, window)
  return value !== null && condition.bounds.every((bound) => compare(bound, value))
}

function truth(expression: RuleExpression, window: readonly Occurrence[]): boolean {
  switch (expression.kind) {
    case 'rule':
      return window.some(({ rule }) => rule === expression.rule)
    case 'not':
      return !truth(expression.child, window)
    case 'all':
      return expression.children.every((child) => truth(child, window))
    case 'any':
      return expression.children.some((child) => truth(child, window))
  }
}

/** Tries every occurrence of the first rule, then every later one of the second, and so on. */
function hasChain(rules: readonly string[], window: readonly Occurrence[], from: number): boolean {
  const [first, ...rest] = rules
  return (
    first === undefined ||
    window.some(({ rule, time }) => rule === first && time >= from && hasChain(rest, window, time))
  )
}

function valueOfWindow({ type, condition, rules }: Correlation, window: readonly Occurrence[]): number | null {
  const fields = condition.kind === 'bounds' ? condition.fields : []
  const numbers = window
    .map(({ fields: own }) => numberOf(fieldValue(own, fields[0] ?? '') ?? null))
    .filter((number) => number !== null)
    .map(Number)
    .toSorted((one, other) => one - other)
  const at = (percentile: number): number | null => {
    const rank = (percentile / 100) * (numbers.length - 1)
    const [low, high] = [numbers[Math.floor(rank)], numbers[Math.ceil(rank)]]
    return low === undefined || high === undefined ? null : low + (high - low) * (rank % 1)
  }
  switch (type) {
    case 'event_count':
      return window.length
    case 'value_count': {
      const tuples = window.map((each) => fields.map((field) => textOf(fieldValue(each.fields, field) ?? null)))
      return new Set(tuples.filter((tuple) => !tuple.includes(null)).map((tuple) => tuple.join('\0'))).size
    }
    case 'temporal':
      return new Set(window.map(({ rule }) => rule)).size
    case 'temporal_ordered':
      return hasChain(rules, window, Number.NEGATIVE_INFINITY) ? rules.length : 0
    case 'value_sum':
      return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0)
    case 'value_avg':
      return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
    case 'value_median':
      return at(50)
    case 'value_percentile':
      return at(condition.kind === 'bounds' ? (condition.percentile ?? Number.NaN) : Number.NaN)
  }
}

function compare({ operator, value: bound }: Bound, value: number): boolean {
  switch (operator) {
    case 'gt':
      return value > bound
    case 'gte':
      return value >= bound
    case 'lt':
      return value < bound
    case 'lte':
      return value <= bound
    case 'eq':
      return value === bound
    case 'neq':
      return value !== bound
  }
}
