import { type Rule, suppressorsWhen } from '../sigma/index.ts'

/** Up to this many other identifiers, every way they can answer is looked at. */
const mostOthers = 5
/** Sets of more true filters than this are not tried, except all of them together. */
const largestSet = 3
/** Nor are the sets of one size when there are more cases of them than this. */
const mostCases = 50_000

/**
 * For each filter the size of the smallest set of culprits it belongs to when it suppresses: 1 unless the condition
 * itself forbids that the filter suppresses alone. Decided on the condition with identifiers as free truth values; where
 * no set is found the answer is 1.
 */
export function fewestCulprits(rule: Rule): ReadonlyMap<string, number> {
  return new Map([...suppressingSets(rule)].map(([filter, { sets }]) => [filter, sets[0]?.length ?? 1]))
}

/** The smallest sets of culprits that a filter belongs to; `all` where there can be no other of that size. */
export interface SuppressingSets {
  readonly sets: readonly (readonly string[])[]
  readonly all: boolean
}

/** For each filter those sets, the filter alone where none is found. */
export function suppressingSets(rule: Rule): ReadonlyMap<string, SuppressingSets> {
  const filters = rule.identifiers.filter((each) => each.role === 'filter').map((each) => each.name)
  const others = rule.identifiers.filter((each) => each.role === 'selection').map((each) => each.name)
  const settings = settingsOf(others)
  const smallest = new Map<string, readonly (readonly string[])[]>()
  let leftOut = others.length > mostOthers
  for (const size of [...Array.from({ length: largestSet }, (_, index) => index + 1), filters.length]) {
    if (filters.every((filter) => smallest.has(filter))) break
    if (size < filters.length && combinations(filters.length, size) * settings.length > mostCases) {
      leftOut = true
      continue
    }
    for (const set of combinationsOf(filters, size)) {
      for (const setting of settings) {
        const trueNames = new Set([...setting, ...set])
        const culprits = suppressorsWhen(rule, (name) => trueNames.has(name))
        for (const name of culprits) smallest.set(name, withSet(smallest.get(name) ?? [], culprits))
      }
    }
  }
  return new Map(
    filters.map((filter) => {
      const sets = smallest.get(filter) ?? [[filter]]
      return [filter, { sets, all: !leftOut || sets[0]?.length === 1 }]
    }),
  )
}

/** The sets of the smallest size, this one among them if it is one. */
function withSet(sets: readonly (readonly string[])[], set: readonly string[]): readonly (readonly string[])[] {
  const size = sets[0]?.length ?? set.length
  if (set.length !== size) return set.length < size ? [set] : sets
  return sets.some((each) => each.every((name, index) => name === set[index])) ? sets : [...sets, set]
}

/** The true ones among the other identifiers: every subset of a few; of many all, one alone, and all but one. */
function settingsOf(others: readonly string[]): readonly (readonly string[])[] {
  if (others.length <= mostOthers) return subsetsOf(others)
  return [others, ...others.map((name) => [name]), ...others.map((name) => others.filter((each) => each !== name))]
}

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, index) => (bits >> index) & 1))
}

function combinations(of: number, size: number): number {
  return Array.from({ length: size }, (_, index) => (of - index) / (index + 1)).reduce((all, each) => all * each, 1)
}

function* combinationsOf(names: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [index, name] of names.slice(0, names.length - size + 1).entries()) {
    for (const rest of combinationsOf(names.slice(index + 1), size - 1)) yield [name, ...rest]
  }
}
