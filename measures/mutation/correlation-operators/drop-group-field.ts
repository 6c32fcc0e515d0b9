import { idPart } from '../../id-part.ts'
import type { Edit } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { withoutElement } from '../text/without-element.ts'

/** Leaves out a field that the correlation groups by; with the only one, `group-by` itself. */
export function* dropGroupField({ document: { groupBy }, source, entries }: CorrelationText): Generator<Edit> {
  const place = entries.findIndex(({ key }) => key === 'group-by')
  const [spans, fields] = [entries, groupBy].map((placed) => placed.map(({ span }) => span))
  for (const [index, { field }] of groupBy.entries()) {
    const replacement =
      groupBy.length === 1
        ? withoutElement(source, 'entry', spans ?? [], place)
        : withoutElement(source, 'item', fields ?? [], index)
    if (replacement !== null) yield { node: `group-by/${idPart(field)}`, variant: '', ...replacement }
  }
}
