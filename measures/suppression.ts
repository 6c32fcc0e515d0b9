import { type Rule, suppressorsWhen } from '../sigma/index.ts'

/** Conditions with more other identifiers than this are looked at with all of them true only. */
const mostOthers = 10
/** Sets of more filters than this are not tried, except all of them together. */
const largestSet = 3

/**
 * For each filter the size of the smallest set of culprits it can belong to when it suppresses: 1 unless the condition
 * itself forbids that the filter suppresses alone. Decided on the condition with identifiers as free truth values, so a
 * larger answer is a proof; where no set is found the answer stays 1.
 */
export function fewestCulprits(rule: Rule): ReadonlyMap<string, number> {
  const filters = rule.identifiers.filter((each) => each.role === 'filter').map((each) => each.name)
  const others = rule.identifiers.filter((each) => each.role === 'selection').map((each) => each.name)
  const settings = others.length > mostOthers ? [others] : subsetsOf(others)
  return new Map(filters.map((filter) => [filter, fewestWith(rule, filter, filters, settings)]))
}

function fewestWith(
  rule: Rule,
  filter: string,
  filters: readonly string[],
  settings: readonly (readonly string[])[],
): number {
  for (const set of setsWith(filter, filters)) {
    const sizes = settings
      .map((others) => new Set([...others, ...set]))
      .map((trueNames) => suppressorsWhen(rule, (name) => trueNames.has(name)))
      .filter((names) => names.includes(filter))
      .map((names) => names.length)
    if (sizes.length > 0) return Math.min(...sizes)
  }
  return 1
}

/** The filter alone, with one more, with two more, and all filters together. */
function* setsWith(filter: string, filters: readonly string[]): Generator<readonly string[]> {
  const rest = filters.filter((each) => each !== filter)
  for (let size = 1; size <= largestSet; size++) {
    for (const set of combinationsOf(rest, size - 1)) yield [filter, ...set]
  }
  yield filters
}

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return [...names, null].flatMap((_, size) => [...combinationsOf(names, size)])
}

function* combinationsOf(names: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield []
  for (const [index, name] of size === 0 ? [] : names.entries()) {
    for (const rest of combinationsOf(names.slice(index + 1), size - 1)) yield [name, ...rest]
  }
}
