import type { Leaf, Operator, TestOf } from '../../../sigma/index.ts'
import type { RuleText } from '../text/rule-text.ts'

/** One value of a rule, the test that it was compiled to, and the text that it stands in. */
export interface MutatedValue<Some extends Operator> {
  readonly leaf: Leaf
  readonly test: TestOf<Some>
  readonly text: RuleText
}
