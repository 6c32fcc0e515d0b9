import type { RuleKey } from '../rule/rule.ts'
import type { Occurrence } from './occurrence.ts'

/** Which rules have occurrences in a window that others enter in order of time and leave in the order they came. */
export interface RulePresence {
  readonly enter: (occurrence: Occurrence) => void
  readonly leave: (occurrence: Occurrence) => void
  readonly has: (rule: RuleKey) => boolean
  /** How many rules have an occurrence. */
  readonly count: () => number
  /** Whether the rules that have any can be gone through in the order listed, equal times being in order. */
  readonly inOrder: () => boolean
}

interface Times {
  readonly all: number[]
  /** Those before it have left. */
  first: number
}

/** Follows these rules, in the order listed; occurrences of others are not for it. */
export function rulePresence(rules: readonly RuleKey[]): RulePresence {
  const times = new Map(rules.map((rule): [RuleKey, Times] => [rule, { all: [], first: 0 }]))
  let present = 0
  const has = (rule: RuleKey): boolean => {
    const own = times.get(rule)
    return own !== undefined && own.first < own.all.length
  }
  return {
    enter: ({ rule, time }) => {
      if (!has(rule)) present += 1
      times.get(rule)?.all.push(time)
    },
    leave: ({ rule }) => {
      const own = times.get(rule)
      if (own !== undefined) own.first += 1
      if (!has(rule)) present -= 1
    },
    has,
    count: () => present,
    inOrder: () => {
      let reached = Number.NEGATIVE_INFINITY
      for (const own of times.values()) {
        if (own.first === own.all.length) continue
        const next = firstFrom(own, reached)
        if (next === undefined) return false
        reached = next
      }
      return true
    },
  }
}

/** The first of the times that is not before this one; they ascend. */
function firstFrom({ all, first }: Times, time: number): number | undefined {
  let low = first
  let high = all.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((all[middle] ?? time) < time) low = middle + 1
    else high = middle
  }
  return all[low]
}
