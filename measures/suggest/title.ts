import type { Expectation, Leaf } from '../../sigma/index.ts'
import type { PointId } from '../point.ts'
import type { RuleReading } from './rule-reading.ts'
import type { Aim, SuggestionTitle } from './suggestion.ts'

/** What a suggested scenario is called: its verdict, and the value of the rule, or the mutant, that it is about. */
export function titleOf(
  { leaves }: RuleReading,
  expected: Expectation,
  aim: Aim,
  covers: readonly PointId[],
): SuggestionTitle {
  if (aim.kind === 'mutant') return { words: `${verdictIn(expected)}, unlike the mutant`, value: aim.title }
  const leaf = aim.leaf === null ? undefined : leaves.get(aim.leaf)
  if (leaf === undefined) return { words: verdictIn(expected), value: null }
  const [point] = aim.points
  const words = `${verdictIn(expected)} ${isMatched.test(point) ? 'with' : 'without'}`
  const siblings = [...leaves.values()].filter((each) => listOf(each) === listOf(leaf))
  const isAboutAll =
    siblings.length > 1 && siblings.every(({ id }) => covers.includes(point.replace(`/${leaf.id}/`, () => `/${id}/`)))
  return isAboutAll
    ? { words: `${words} ${isMatched.test(point) ? 'every' : 'any'} ${subject(leaf)}`, value: null }
    : { words: `${words} ${subject(leaf)}`, value: leaf.written }
}

const isMatched = /\/(?:true|matched)$/

/** The values of one key share all but the end of their ids: in it, a slash of their own is escaped. */
function listOf({ id }: Leaf): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function verdictIn(expected: Expectation): string {
  switch (expected.kind) {
    case 'fires':
    case 'fires-times':
      return 'It fires'
    case 'fires-via':
      return `It fires via ${expected.part}`
    case 'silent':
    case 'silent-because':
    case 'wrong-log-source':
      return 'It is silent'
    case 'suppressed':
      return `${expected.filters.join(' and ')} ${expected.filters.length > 1 ? 'suppress' : 'suppresses'} it`
  }
}

function subject({ field, modifiers }: Leaf): string {
  return [field ?? 'the keyword', ...modifiers].join('|')
}
