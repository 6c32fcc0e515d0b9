import type { Leaf } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { type Clash, clashOfAbsence, clashOfMatches } from './clash.ts'
import { demandOn, emptyPlan, holds, type Plan, withLiteral } from './demands.ts'
import type { Wanted } from './normal-form.ts'

type Literal = Wanted & { readonly kind: 'literal' }

/** A walk over the ways to reach a goal, in an order that chance gives. */
export interface PlanSearch {
  readonly plans: Generator<Plan, void>
  /** The clashes that closed a branch so far. */
  readonly clashes: () => readonly Clash[]
  /** True once the limit kept it from looking at everything. */
  readonly gaveUp: () => boolean
}

/**
 * Starts a walk that makes at most this many choices. Leaves that a realistic event cannot have match are put off to the
 * end of every choice.
 */
export function searchPlans(
  wanted: Wanted,
  chance: Chance,
  limit: number,
  isRealistic: (leaf: Leaf) => boolean = () => true,
): PlanSearch {
  let branches = 0
  let gaveUp = false
  const clashes = new Map<string, Clash>()

  function* extended(plan: Plan, pending: readonly Wanted[]): Generator<Plan, void> {
    const { literals, choices } = opened(pending)
    const next = joined(plan, literals)
    if ('nodes' in next) {
      clashes.set(next.nodes.join('\n'), next)
      return
    }
    const open = choices.filter(
      (choice) => !choice.children.some((child) => child.kind === 'literal' && holds(next, child)),
    )
    const choice = open.reduce<Choice | undefined>(
      (least, each) => (least === undefined || each.children.length < least.children.length ? each : least),
      undefined,
    )
    if (choice === undefined) {
      yield next
      return
    }
    const rest = open.filter((each) => each !== choice)
    for (const child of inOrder(choice.children, next, chance, isRealistic)) {
      branches += 1
      gaveUp ||= branches > limit
      if (gaveUp) return
      yield* extended(next, [...rest, child])
    }
  }

  return {
    plans: extended(emptyPlan, [wanted]),
    clashes: () => [...clashes.values()],
    gaveUp: () => gaveUp,
  }
}

type Choice = Wanted & { readonly kind: 'any' | 'all' }

/** What is asked for without a choice, and the choices that are left. */
function opened(pending: readonly Wanted[]): {
  readonly literals: readonly Literal[]
  readonly choices: readonly Choice[]
} {
  const literals: Literal[] = []
  const choices: Choice[] = []
  const stack = [...pending].reverse()
  for (let wanted = stack.pop(); wanted !== undefined; wanted = stack.pop()) {
    if (wanted.kind === 'literal') literals.push(wanted)
    else if (wanted.kind === 'all') stack.push(...[...wanted.children].reverse())
    else choices.push(wanted)
  }
  return { literals, choices }
}

/** The plan with all these leaves, or the first clash among them. */
function joined(plan: Plan, literals: readonly Literal[]): Plan | Clash {
  let next = plan
  for (const literal of literals) {
    const clash = clashWith(next, literal)
    if (clash !== null) return clash
    next = withLiteral(next, literal)
  }
  return next
}

function clashWith(plan: Plan, { leaf, matched }: Literal): Clash | null {
  // A keyword may match in one field and not in another: only its own negation is out of the question.
  const { must, mustNot } = demandOn(plan, leaf.field)
  const against = matched
    ? [
        ...(leaf.field === null ? [] : must.map((other) => clashOfMatches(other, leaf))),
        ...mustNot.map((other) => clashOfAbsence(leaf, other)),
      ]
    : must.map((other) => clashOfAbsence(other, leaf))
  return against.find((clash) => clash !== null) ?? null
}

/** Shuffled; first what is easiest: leaves that must not match in fields from which nothing else is wanted. */
function inOrder(
  children: readonly Wanted[],
  plan: Plan,
  chance: Chance,
  isRealistic: (leaf: Leaf) => boolean,
): readonly Wanted[] {
  const cost = (child: Wanted) => {
    if (child.kind !== 'literal') return 1
    if (child.matched) return isRealistic(child.leaf) ? 0 : 3
    return demandOn(plan, child.leaf.field).must.length === 0 ? 0 : 2
  }
  const costly = chance.helpers.shuffle(children).map((child) => ({ child, cost: cost(child) }))
  return [0, 1, 2, 3].flatMap((wanted) => costly.filter((each) => each.cost === wanted).map(({ child }) => child))
}
