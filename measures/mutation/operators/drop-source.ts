import type { Edit } from '../mutant.ts'
import type { RuleText } from '../text/rule-text.ts'
import { withoutElement } from '../text/without-element.ts'
import { sourceAttributes, sourceMapOf } from './source-attributes.ts'

/** Leaves out one of several attributes of the log source. */
export function* dropSource(text: RuleText): Generator<Edit> {
  const entries = sourceMapOf(text)?.entries ?? []
  const told = sourceAttributes.filter((attribute) => entries.some(({ key }) => key === attribute))
  if (told.length < 2) return
  for (const attribute of told) {
    const index = entries.findIndex(({ key }) => key === attribute)
    const replacement = withoutElement(
      text.source,
      'entry',
      entries.map(({ span }) => span),
      index,
    )
    if (replacement !== null) yield { node: 'logsource', variant: attribute, ...replacement }
  }
}
