import type { PointId, SuggestionTitle } from '../../measures/index.ts'
import type { Expectation, Judgement, Leaf } from '../../sigma/index.ts'
import type { Aim } from './aim.ts'
import { mutantTitle } from './mutant-title.ts'
import type { RuleInWords } from './rule-reading.ts'
import { withArticle } from './subjects.ts'

/** What a suggested scenario is called: its verdict, and what of the rule it is about. */
export function titleOf(
  reading: RuleInWords,
  expected: Expectation,
  judgement: Judgement,
  aim: Aim,
  covers: readonly PointId[],
): SuggestionTitle {
  const { words, value } = aboutWhat(reading, judgement, aim, covers)
  const filters = expected.kind === 'suppressed' ? expected.filters : []
  return { words: [verdictIn(expected), saidOnce(words, filters)].filter((part) => part !== '').join(' '), value }
}

/** What follows the verdict, empty where there is nothing to say. */
function aboutWhat(reading: RuleInWords, judgement: Judgement, aim: Aim, covers: readonly PointId[]): SuggestionTitle {
  if (aim.kind === 'mutant') return mutantTitle(reading, judgement, aim.mutant)
  const { leaves, subjects } = reading
  const leaf = aim.leaf === null ? undefined : leaves.get(aim.leaf)
  if (leaf === undefined) return { words: '', value: null }
  const [point] = aim.points
  const isWith = isMatched.test(point)
  const words = isWith ? 'with' : 'without'
  const subject = subjects.get(leaf.id) ?? ''
  const siblings = [...leaves.values()].filter((each) => listOf(each) === listOf(leaf))
  const isAboutAll =
    siblings.length > 1 && siblings.every(({ id }) => covers.includes(point.replace(`/${leaf.id}/`, () => `/${id}/`)))
  return isAboutAll
    ? { words: `${words} ${isWith ? 'every' : 'any'} ${subject}`, value: null }
    : { words: `${words} ${withArticle(subject)}`, value: leaf.written }
}

/** The verdict has named the filters already. */
function saidOnce(words: string, filters: readonly string[]): string {
  if (filters.some((filter) => words === `with ${filter}`)) return ''
  return filters.reduce((text, filter) => text.replaceAll(`${filter}: `, ''), words)
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
