import type { Span, YamlNode } from '../../../sigma/index.ts'
import type { Replacement } from '../mutant.ts'
import type { CorrelationText } from '../text/correlation-text.ts'
import { withoutElement } from '../text/without-element.ts'

/** What takes a rule out of all aliases, those with it that name no other rule. */
export function withoutAliasOf(
  { source, entries }: CorrelationText,
  reference: string,
): readonly (Replacement | null)[] {
  const place = entries.findIndex(({ key }) => key === 'aliases')
  const aliases = entriesOf(entries[place]?.value)
  const kept = aliases.filter(({ value }) => entriesOf(value).some(({ key }) => key !== reference))
  if (aliases.length > 0 && kept.length === 0) return [withoutElement(source, 'entry', spansOf(entries), place)]
  return aliases.flatMap((alias, index) => {
    const fields = entriesOf(alias.value)
    const own = fields.findIndex(({ key }) => key === reference)
    if (own < 0) return []
    if (kept.includes(alias)) return [withoutElement(source, 'entry', spansOf(fields), own)]
    // One before which none is left is parted from what follows.
    const isFirst = !aliases.slice(0, index).some((each) => kept.includes(each))
    const from = isFirst ? index : 0
    return [withoutElement(source, 'entry', spansOf(aliases.slice(from)), index - from)]
  })
}

type YamlEntries = Extract<YamlNode, { readonly kind: 'map' }>['entries']

function entriesOf(node: YamlNode | undefined): YamlEntries {
  return node?.kind === 'map' ? node.entries : []
}

function spansOf(entries: YamlEntries): readonly Span[] {
  return entries.map(({ span }) => span)
}
