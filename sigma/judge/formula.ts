/**
 * A condition as a boolean function of the parts that may be forced: what stands between an event and firing is read
 * off it. Everything that cannot be forced is a constant.
 */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** A part's answer now, and what it would be if the part were forced. */
  | { readonly kind: 'atom'; readonly part: string; readonly now: boolean; readonly forced: boolean }
  | { readonly kind: 'all' | 'any'; readonly children: readonly Formula[] }
  | { readonly kind: 'not'; readonly child: Formula }

/** The formula's value when these parts are forced and all others answer as they do now. */
export function answerWhen(formula: Formula, forced: ReadonlySet<string>): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value
    case 'atom':
      return forced.has(formula.part) ? formula.forced : formula.now
    case 'all':
      return formula.children.every((child) => answerWhen(child, forced))
    case 'any':
      return formula.children.some((child) => answerWhen(child, forced))
    case 'not':
      return !answerWhen(formula.child, forced)
  }
}

/**
 * The culprits: the union of all repairs, a repair being an inclusion-minimal set of parts that, forced together, makes
 * the formula true. Sorted by code unit; empty when no set of parts repairs it, or none is needed.
 */
export function culpritsOf(formula: Formula): readonly string[] {
  const simple = simplified(formula)
  const helpful = [...atomsOf(simple, true)].filter((atom) => atom.helps).map((atom) => atom.part)
  const uses = [...atomsOf(simple, true)]
  const monotone = uses.every((atom) => atom.helps)
  if (monotone && new Set(helpful).size === helpful.length) return sorted(helpful)
  const repairs = monotone ? repairsOf(simple, true) : repairsBySearch(simple, sorted(uses.map((atom) => atom.part)))
  return sorted(repairs === 'too-many' ? helpful : repairs.flatMap((repair) => [...repair]))
}

/** Constants folded away, so that every atom left may matter. */
function simplified(formula: Formula): Formula {
  switch (formula.kind) {
    case 'constant':
      return formula
    case 'atom':
      return formula.now === formula.forced ? { kind: 'constant', value: formula.now } : formula
    case 'not': {
      const child = simplified(formula.child)
      return child.kind === 'constant' ? { kind: 'constant', value: !child.value } : { kind: 'not', child }
    }
    case 'all':
    case 'any': {
      const absorbing = formula.kind === 'any'
      const children = formula.children.map(simplified)
      if (children.some((child) => child.kind === 'constant' && child.value === absorbing)) {
        return { kind: 'constant', value: absorbing }
      }
      const open = children.filter((child) => child.kind !== 'constant')
      return open.length === 0 ? { kind: 'constant', value: !absorbing } : { kind: formula.kind, children: open }
    }
  }
}

interface Use {
  readonly part: string
  /** Forcing the part moves the formula towards true at this use. */
  readonly helps: boolean
}

function* atomsOf(formula: Formula, positive: boolean): Generator<Use> {
  switch (formula.kind) {
    case 'constant':
      return
    case 'atom':
      yield { part: formula.part, helps: formula.forced === positive }
      return
    case 'not':
      yield* atomsOf(formula.child, !positive)
      return
    case 'all':
    case 'any':
      for (const child of formula.children) yield* atomsOf(child, positive)
  }
}

type Repair = ReadonlySet<string>

/** Beyond this many repairs only their union is given, taken from the atoms that are left. */
const repairLimit = 2_000

/** The minimal sets of parts that give the formula the wanted value, where forcing only ever helps. */
function repairsOf(formula: Formula, wanted: boolean): readonly Repair[] | 'too-many' {
  switch (formula.kind) {
    case 'constant':
      return formula.value === wanted ? [new Set()] : []
    case 'atom':
      if (formula.now === wanted) return [new Set()]
      return formula.forced === wanted ? [new Set([formula.part])] : []
    case 'not':
      return repairsOf(formula.child, !wanted)
    case 'all':
    case 'any':
      return (formula.kind === 'all') === wanted
        ? product(formula.children.map((child) => repairsOf(child, wanted)))
        : union(formula.children.map((child) => repairsOf(child, wanted)))
  }
}

function union(alternatives: readonly (readonly Repair[] | 'too-many')[]): readonly Repair[] | 'too-many' {
  const all: Repair[] = []
  for (const repairs of alternatives) {
    if (repairs === 'too-many') return 'too-many'
    all.push(...repairs)
  }
  return all.length > repairLimit ? 'too-many' : minimal(all)
}

function product(factors: readonly (readonly Repair[] | 'too-many')[]): readonly Repair[] | 'too-many' {
  let combined: readonly Repair[] = [new Set()]
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

/** Parts beyond this many are not searched by subsets: 2^12 tries. */
const searchLimit = 12

/** The same by trying subsets, smallest first: for a part that is used both ways, where forcing may also harm. */
function repairsBySearch(formula: Formula, parts: readonly string[]): readonly Repair[] | 'too-many' {
  if (parts.length > searchLimit) return 'too-many'
  const subsets = Array.from({ length: 2 ** parts.length }, (_, bits) => {
    return new Set(parts.filter((_part, index) => (bits >> index) & 1))
  })
  return minimal(subsets.filter((subset) => answerWhen(formula, subset)))
}

function sorted(parts: readonly string[]): readonly string[] {
  return [...new Set(parts)].sort()
}
