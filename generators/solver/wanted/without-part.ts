import { holdsWhen, type LeafAnswers, type Predicate, type Rule } from '../../../sigma/index.ts'
import { always, never, type Wanted, wantedOf } from './normal-form.ts'

/** What a rule does without a part: it fires on events on which it did not, or no longer on events on which it did. */
export type Effect = 'more' | 'fewer'

/**
 * The condition of a rule without one part, as its author would leave it out: an identifier is no longer an operand of what
 * it stands in, a field's keys are left out wherever they stand, filters included. What has nothing left is left out itself;
 * a rule with nothing left fires on everything.
 */
export function conditionWithout(rule: Rule, part: string, holds: boolean): Wanted {
  const { condition, identifiers } = left(rule, part)
  if (condition === null) return holds ? always : never
  return wantedOf(condition, holds, { ...rule, identifiers })
}

/** Whether a rule without the part fires where its leaves answer so. */
export function holdsWithout(rule: Rule, part: string, answers: LeafAnswers): boolean {
  const { condition, identifiers } = left(rule, part)
  return condition === null || holdsWhen({ condition, identifiers }, answers)
}

/** What leaving the part out can do, as far as the condition tells; empty when nothing hangs on it. */
export function effectsWithout(rule: Rule, part: string): ReadonlySet<Effect> {
  const effects = new Set<Effect>()
  const isGone = goneWith(rule, part)

  function walk(node: Predicate, isFor: boolean, effect: Effect): void {
    if (without(node, isGone) === null) effects.add(effect)
    else if (node.kind === 'not') walk(node.child, !isFor, effect)
    else if (node.kind === 'all' || node.kind === 'any') {
      for (const child of node.children) walk(child, isFor, (node.kind === 'all') === isFor ? 'more' : 'fewer')
    } else if (node.kind === 'identifier') {
      const found = rule.identifiers.find(({ name }) => name === node.name)
      if (found !== undefined) walk(found.predicate, isFor, effect)
    }
  }

  walk(rule.condition, true, 'more')
  return effects
}

function left(rule: Rule, part: string) {
  const isGone = goneWith(rule, part)
  const identifiers = rule.identifiers.flatMap((identifier) => {
    const predicate = without(identifier.predicate, isGone)
    return predicate === null ? [] : [{ ...identifier, predicate }]
  })
  return { condition: without(rule.condition, isGone), identifiers }
}

/** Tells the nodes that go with the part: itself, and the identifiers that hold nothing else. */
function goneWith(rule: Rule, part: string): (node: Predicate) => boolean {
  if (rule.identifiers.some(({ name }) => name === part)) {
    return (node) => node.kind === 'identifier' && node.name === part
  }
  const isKey = (node: Predicate) => (node.kind === 'leaf' || node.kind === 'key') && node.field === part
  const emptied = new Set(
    rule.identifiers.filter(({ predicate }) => without(predicate, isKey) === null).map(({ name }) => name),
  )
  return (node) => isKey(node) || (node.kind === 'identifier' && emptied.has(node.name))
}

/** The node without those that are gone; null when nothing is left of it. */
function without(node: Predicate, isGone: (node: Predicate) => boolean): Predicate | null {
  if (isGone(node)) return null
  switch (node.kind) {
    case 'leaf':
    case 'key':
    case 'identifier':
      return node
    case 'not': {
      const child = without(node.child, isGone)
      return child === null ? null : { ...node, child }
    }
    case 'all':
    case 'any': {
      const children = node.children.map((child) => without(child, isGone)).filter((child) => child !== null)
      return children.length === 0 ? null : { ...node, children }
    }
  }
}
