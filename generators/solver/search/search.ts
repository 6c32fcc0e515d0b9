import type { Leaf } from '../../../sigma/index.ts'
import type { Literal } from '../theory/literal.ts'
import type { Wanted } from '../wanted/normal-form.ts'

/** One way to reach a goal: what is wanted of each field. Null stands for keywords, which read every field. */
export type Plan = ReadonlyMap<string | null, readonly Literal[]>

/** What somebody who tries a plan says of it. */
export type Trial =
  /** It is good: the search ends. */
  | { readonly kind: 'done' }
  /** These literals cannot hold together. */
  | { readonly kind: 'clash'; readonly core: readonly Literal[] }
  /** It did not work, which proves nothing. */
  | { readonly kind: 'open' }

/** How a search ended. */
export interface SearchOutcome {
  /** `none`: every way is closed by a clash. */
  readonly kind: 'done' | 'none' | 'open'
  /** It stopped at its limit of branches. */
  readonly gaveUp: boolean
  /** The sets of literals that were found not to hold together, in the order found. */
  readonly clashes: readonly (readonly Literal[])[]
}

export interface SearchOptions {
  /** At most so many choices are made. */
  readonly limit: number
  /** The order in which the ways of a choice are tried. */
  readonly inOrder: (
    children: readonly Wanted[],
    assigned: (leaf: Leaf) => boolean | undefined,
    field: (name: string | null) => readonly Literal[],
  ) => readonly Wanted[]
  readonly attempt: (plan: Plan) => Trial
}

/** Something wanted, with the choice that it comes from: 0 for what is wanted from the start. */
interface Pending {
  readonly wanted: Wanted
  readonly depth: number
}

/** The choices that a failure hangs on. Whatever was chosen besides them would fail as well. */
type Blame = ReadonlySet<number>

interface Assigned {
  readonly literal: Literal
  readonly depth: number
}

/**
 * Walks over the ways to have what is wanted, the smallest choice first. A set of literals that cannot hold together is
 * learned; when every way of a choice fails for reasons that an earlier choice has no part in, that choice is not tried
 * otherwise (conflict-directed backjumping).
 */
export function searchFor(wanted: Wanted, { limit, inOrder, attempt }: SearchOptions): SearchOutcome {
  const assigned = new Map<Leaf, Assigned>()
  const byField = new Map<string | null, Literal[]>()
  const clashes: (readonly Literal[])[] = []
  const learned = new Map<Leaf, (readonly Literal[])[]>()
  let branches = 0
  let gaveUp = false
  let isOpen = false

  function take(literal: Literal, depth: number): void {
    assigned.set(literal.leaf, { literal, depth })
    const own = byField.get(literal.leaf.field)
    if (own === undefined) byField.set(literal.leaf.field, [literal])
    else own.push(literal)
  }

  function giveBack(literals: readonly Literal[]): void {
    for (const { leaf } of literals.toReversed()) {
      assigned.delete(leaf)
      byField.get(leaf.field)?.pop()
    }
  }

  function isAssigned({ leaf, matched }: Literal): boolean {
    return assigned.get(leaf)?.literal.matched === matched
  }

  function blameOf(core: readonly Literal[]): Blame {
    return new Set(core.map(({ leaf }) => assigned.get(leaf)?.depth ?? 0))
  }

  function learn(core: readonly Literal[]): void {
    clashes.push(core)
    for (const { leaf } of core) learned.set(leaf, [...(learned.get(leaf) ?? []), core])
  }

  /** What is known to clash with a literal just taken, as blame. */
  function knownClash({ leaf }: Literal): Blame | null {
    const core = learned.get(leaf)?.find((each) => each.every(isAssigned))
    return core === undefined ? null : blameOf(core)
  }

  /** Tries everything below; null when the search is over. */
  function extend(pending: readonly Pending[], depth: number): Blame | null {
    const taken: Literal[] = []
    const choices: Pending[] = []
    const fail = (blame: Blame): Blame => {
      giveBack(taken)
      return blame
    }
    const stack = pending.toReversed()
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { wanted: each, depth: origin } = next
      if (each.kind === 'literal') {
        const known = assigned.get(each.leaf)
        if (known !== undefined) {
          if (known.literal.matched === each.matched) continue
          const core = [known.literal, { leaf: each.leaf, matched: each.matched }]
          if (!clashes.some((clash) => clash[0]?.leaf === each.leaf && clash[1]?.leaf === each.leaf)) clashes.push(core)
          return fail(new Set([known.depth, origin]))
        }
        const literal = { leaf: each.leaf, matched: each.matched }
        take(literal, origin)
        taken.push(literal)
        const blame = knownClash(literal)
        if (blame !== null) return fail(blame)
      } else if (each.kind === 'all') {
        for (const child of each.children.toReversed()) stack.push({ wanted: child, depth: origin })
      } else if (each.children.length === 1) {
        for (const child of each.children) stack.push({ wanted: child, depth: origin })
      } else choices.push(next)
    }
    const open = choices.filter(({ wanted: each }) => !childrenOf(each).some(isHeld))
    const choice = smallest(open)
    if (choice === undefined) {
      const trial = attempt(byField)
      if (trial.kind === 'done') return null
      if (trial.kind === 'clash') {
        learn(trial.core)
        return fail(blameOf(trial.core))
      }
      isOpen = true
      return fail(everything(depth))
    }
    const blame = choose(
      choice,
      open.filter((each) => each !== choice),
      depth,
    )
    return blame === null ? null : fail(blame)
  }

  function choose(choice: Pending, rest: readonly Pending[], depth: number): Blame | null {
    const blame = new Set([choice.depth])
    const children = inOrder(
      childrenOf(choice.wanted),
      (leaf) => assigned.get(leaf)?.literal.matched,
      (name) => byField.get(name) ?? [],
    )
    for (const child of children) {
      branches += 1
      gaveUp ||= branches > limit
      if (gaveUp) return null
      const below = extend([...rest, { wanted: child, depth: depth + 1 }], depth + 1)
      if (below === null) return null
      if (!below.has(depth + 1)) return below
      for (const each of below) if (each !== depth + 1) blame.add(each)
    }
    return blame
  }

  function isHeld(child: Wanted): boolean {
    return child.kind === 'literal' && isAssigned(child)
  }

  const end = extend([{ wanted, depth: 0 }], 0)
  const kind = end === null && !gaveUp ? 'done' : end === null || isOpen ? 'open' : 'none'
  return { kind, gaveUp, clashes }
}

function everything(depth: number): Blame {
  return new Set(Array.from({ length: depth + 1 }, (_, index) => index))
}

function childrenOf(wanted: Wanted): readonly Wanted[] {
  return wanted.kind === 'literal' ? [] : wanted.children
}

function smallest(choices: readonly Pending[]): Pending | undefined {
  return choices.reduce<Pending | undefined>(
    (least, each) =>
      least === undefined || childrenOf(each.wanted).length < childrenOf(least.wanted).length ? each : least,
    undefined,
  )
}
