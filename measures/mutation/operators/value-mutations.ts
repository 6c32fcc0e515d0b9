import type { Json, Leaf, Operator, TestOf } from '../../../sigma/index.ts'
import type { Edit, RuleOperator } from '../mutant.ts'
import type { RuleText } from '../text/rule-text.ts'
import { blurValue } from './blur-value.ts'
import { cutValue } from './cut-value.ts'
import { dropRegexAnchor } from './drop-regex-anchor.ts'
import { dropWildcard } from './drop-wildcard.ts'
import { insertWildcard } from './insert-wildcard.ts'
import { lengthenValue } from './lengthen-value.ts'
import { moveBound } from './move-bound.ts'
import type { MutatedValue } from './mutated-value.ts'
import { type NearValue, nearNetworks, nearNumbers, nearTexts } from './near-values.ts'
import { resizeNetwork } from './resize-network.ts'
import { shortenValue } from './shorten-value.ts'

/** What mutation makes of the values that one operator of Sigma compares. */
interface ValueMutations<Some extends Operator> {
  /** What is tried with a value itself. */
  readonly edits: { readonly [Name in RuleOperator]?: (value: MutatedValue<Some>) => Iterable<Edit> }
  /** Whether `contains` and its like may stand beside it, so that another can take the place of one. */
  readonly takesAnchor: boolean
  /** What a careless filter would say for the value of an event, beside values of its own. */
  readonly near: (value: Json, test: TestOf<Some>, leaves: readonly Leaf[]) => readonly NearValue[]
}

const nothingNear = (): readonly NearValue[] => []

/** By operator of Sigma: one that is missing here does not compile. */
export const valueMutations: { readonly [Some in Operator]: ValueMutations<Some> } = {
  text: {
    edits: {
      'shorten-value': shortenValue,
      'drop-wildcard': dropWildcard,
      'insert-wildcard': insertWildcard,
      'blur-value': blurValue,
      'cut-value': cutValue,
      'lengthen-value': lengthenValue,
    },
    takesAnchor: true,
    near: nearTexts,
  },
  number: { edits: {}, takesAnchor: true, near: nearNumbers },
  boolean: { edits: {}, takesAnchor: true, near: nothingNear },
  null: { edits: {}, takesAnchor: false, near: nothingNear },
  re: { edits: { 'drop-regex-anchor': dropRegexAnchor }, takesAnchor: false, near: nothingNear },
  cidr: { edits: { 'resize-network': resizeNetwork }, takesAnchor: false, near: nearNetworks },
  exists: { edits: {}, takesAnchor: false, near: nothingNear },
  fieldref: { edits: {}, takesAnchor: true, near: nothingNear },
  compare: { edits: { 'move-bound': moveBound }, takesAnchor: false, near: nothingNear },
  time: { edits: { 'move-bound': moveBound }, takesAnchor: false, near: nothingNear },
}

/** The operator of mutation that edits values one by one, each as its own operator has it. */
export function onValues(name: RuleOperator): (text: RuleText) => Generator<Edit> {
  return function* (text) {
    for (const leaf of text.leaves) yield* editsOfValue(name, leaf, leaf.test, text)
  }
}

function editsOfValue<Some extends Operator>(
  name: RuleOperator,
  leaf: Leaf,
  test: TestOf<Some>,
  text: RuleText,
): Iterable<Edit> {
  return valueMutations[test.operator].edits[name]?.({ leaf, test, text }) ?? []
}

/** What a careless filter would say for the value of an event, by how the values beside it compare. */
export function nearValues(value: Json, leaves: readonly Leaf[]): readonly NearValue[] {
  const [first] = leaves
  return first === undefined ? [] : near(value, first.test, leaves)
}

function near<Some extends Operator>(value: Json, test: TestOf<Some>, leaves: readonly Leaf[]): readonly NearValue[] {
  return valueMutations[test.operator].near(value, test, leaves)
}
