/**
 * A condition as a boolean function of the parts that may be forced: what stands between an event and firing is read off
 * it. All that cannot be forced is a constant.
 */
export interface Formula {
  /** Its value where no part changes it; else null. */
  readonly constant: boolean | null
  /** Its value when these parts are forced and all others answer as they do now. */
  readonly when: (forced: ReadonlySet<string>) => boolean
  /** The uses of parts that may matter. */
  readonly uses: readonly Use[]
  /** The minimal sets of parts that, forced together, give it this value, where forcing only ever helps. */
  readonly repairs: (wanted: boolean) => Repairs
}

interface Use {
  readonly part: string
  /** Forcing the part moves the formula towards true at this use. */
  readonly helps: boolean
}

type Repair = ReadonlySet<string>

type Repairs = readonly Repair[] | 'too-many'

/** Beyond this many repairs only their union is given, taken from the parts that may matter. */
const repairLimit = 2_000

/** Parts beyond this many are not searched by subsets: 2^12 tries. */
const searchLimit = 12

const none: Repair = new Set()

/** What nothing forces. */
export function constant(value: boolean): Formula {
  return { constant: value, when: () => value, uses: [], repairs: (wanted) => (value === wanted ? [none] : []) }
}

/** A part by its answer now, and what it would answer if it were forced. */
export function forcible(part: string, now: boolean, forced: boolean): Formula {
  if (now === forced) return constant(now)
  return {
    constant: null,
    when: (parts) => (parts.has(part) ? forced : now),
    uses: [{ part, helps: forced }],
    repairs: (wanted) => [now === wanted ? none : new Set([part])],
  }
}

/** Formulas as an algebra: constants are folded away, so that every use that is left may matter. */
export const formulas: {
  readonly all: (children: readonly Formula[]) => Formula
  readonly any: (children: readonly Formula[]) => Formula
  readonly not: (child: Formula) => Formula
} = { all, any: (children) => not(all(children.map(not))), not }

function all(children: readonly Formula[]): Formula {
  if (children.some((child) => child.constant === false)) return constant(false)
  const open = children.filter((child) => child.constant === null)
  if (open.length === 0) return constant(true)
  return {
    constant: null,
    when: (forced) => open.every((child) => child.when(forced)),
    uses: open.flatMap((child) => child.uses),
    repairs: (wanted) => {
      const each = open.map((child) => child.repairs(wanted))
      return wanted ? product(each) : union(each)
    },
  }
}

function not(child: Formula): Formula {
  if (child.constant !== null) return constant(!child.constant)
  return {
    constant: null,
    when: (forced) => !child.when(forced),
    uses: child.uses.map(({ part, helps }) => ({ part, helps: !helps })),
    repairs: (wanted) => child.repairs(!wanted),
  }
}

/**
 * The culprits: the union of all repairs, a repair being an inclusion-minimal set of parts that, forced together, makes
 * the formula true. Sorted by code unit; empty when no set of parts repairs it, or none is needed.
 */
export function culpritsOf(formula: Formula): readonly string[] {
  const { uses } = formula
  const helpful = uses.filter(({ helps }) => helps).map(({ part }) => part)
  const monotone = helpful.length === uses.length
  if (monotone && new Set(helpful).size === helpful.length) return sorted(helpful)
  const repairs = monotone ? formula.repairs(true) : repairsBySearch(formula, sorted(uses.map(({ part }) => part)))
  return sorted(repairs === 'too-many' ? helpful : repairs.flatMap((repair) => [...repair]))
}

function union(alternatives: readonly Repairs[]): Repairs {
  const found: Repair[] = []
  for (const repairs of alternatives) {
    if (repairs === 'too-many') return 'too-many'
    found.push(...repairs)
  }
  return found.length > repairLimit ? 'too-many' : minimal(found)
}

function product(factors: readonly Repairs[]): Repairs {
  let combined: readonly Repair[] = [none]
  for (const repairs of factors) {
    if (repairs === 'too-many' || combined.length * repairs.length > repairLimit) return 'too-many'
    combined = minimal(combined.flatMap((one) => repairs.map((other) => new Set([...one, ...other]))))
  }
  return combined
}

function minimal(repairs: readonly Repair[]): readonly Repair[] {
  const bySize = [...repairs].sort((a, b) => a.size - b.size)
  const kept: Repair[] = []
  for (const repair of bySize) if (!kept.some((smaller) => isSubset(smaller, repair))) kept.push(repair)
  return kept
}

function isSubset(smaller: Repair, larger: Repair): boolean {
  return [...smaller].every((part) => larger.has(part))
}

/** The same by trying subsets, smallest first: for a part that is used both ways, where forcing may also harm. */
function repairsBySearch(formula: Formula, parts: readonly string[]): Repairs {
  if (parts.length > searchLimit) return 'too-many'
  const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => {
    return new Set(parts.filter((_part, index) => (bits >> index) & 1))
  })
  return minimal(subsets.filter((subset) => formula.when(subset)))
}

function sorted(parts: readonly string[]): readonly string[] {
  return [...new Set(parts)].sort()
}
