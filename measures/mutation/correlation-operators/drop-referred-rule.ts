import { expressionWithout } from '../../correlation/without-rule.ts'
import { idPart } from '../../id-part.ts'
import type { Edit, Replacement } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { expressionText } from '../text/expression-text.ts'
import { replacementsAsOne } from '../text/replacements-as-one.ts'
import { respelled } from '../text/respelled.ts'
import { withoutElement } from '../text/without-element.ts'
import { withoutAliasOf } from './without-alias-of.ts'

/** Leaves out one of several rules that the correlation refers to: of its list, its condition and its aliases. */
export function* dropReferredRule(text: CorrelationText): Generator<Edit> {
  const { rules } = text.document
  if (rules.length < 2) return
  for (const [index, { text: reference }] of rules.entries()) {
    const edits = [withoutItem(text, index), withoutOperand(text, reference), ...withoutAliasOf(text, reference)]
    const replacement = replacementsAsOne(
      text.source,
      edits.flatMap((edit) => edit ?? []),
    )
    if (replacement !== null) yield { node: `rules/${idPart(reference)}`, variant: '', ...replacement }
  }
}

function withoutItem({ document, source, entries }: CorrelationText, index: number): Replacement | null {
  if (!entries.some(({ key }) => key === 'rules')) return null
  const spans = document.rules.map(({ span }) => span)
  return withoutElement(source, 'item', spans, index)
}

function withoutOperand({ document, source, entries }: CorrelationText, reference: string): Replacement | null {
  const { condition } = document
  const written = entries.find(({ key }) => key === 'condition')?.value
  if (condition.kind === 'bounds' || written === undefined) return null
  const expression = expressionWithout(condition.expression, reference)
  return expression === null ? null : respelled(source, written.span, expressionText(expression))
}
