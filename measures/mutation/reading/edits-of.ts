import { correlationOperatorNames, correlationOperators } from '../correlation-operators/correlation-operators.ts'
import type { Examples } from '../examples.ts'
import type { Edit, MutationOperator } from '../mutant.ts'
import { operatorNames, operators } from '../operators/operators.ts'
import { correlationTextOf } from '../text/correlation-text.ts'
import { ruleTextOf } from '../text/rule-text.ts'
import type { SubjectDocument } from './mutation-subject.ts'

/** Every edit that an operator makes of a document of which a suite shows this, in the order of the operators and of the text. */
export function* editsOf(
  document: SubjectDocument,
  examples: Examples,
): Generator<readonly [operator: MutationOperator, edit: Edit]> {
  switch (document.kind) {
    case 'detection':
    case 'filter': {
      const text = ruleTextOf(document, examples)
      for (const operator of operatorNames) for (const edit of operators[operator](text)) yield [operator, edit]
      return
    }
    case 'correlation-document': {
      const text = correlationTextOf(document)
      for (const operator of correlationOperatorNames) {
        for (const edit of correlationOperators[operator](text)) yield [operator, edit]
      }
      return
    }
  }
}
