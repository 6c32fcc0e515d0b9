import { windowsCategories, windowsServices } from '../../../catalogue/index.ts'
import { fitsLogSource } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import type { RuleText } from '../text/rule-text.ts'
import { type SourceAttribute, sourceMapOf } from './source-attributes.ts'

/**
 * Adds an attribute that the log source lacks: the product of Windows, the services that write what the category asks for,
 * the category that the events of the suite are of on which the rule fires.
 */
export function* addSource(text: RuleText): Generator<Edit> {
  const [first] = sourceMapOf(text)?.entries ?? []
  if (first === undefined) return
  const { start } = first.span
  const { path, text: yaml } = text.source
  const lead = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start)
  for (const [attribute, value] of lacking(text)) {
    const end = /^ *$/.test(lead) ? `\n${lead}` : ', '
    const added = `${attribute}: ${value}${end}`
    yield { node: 'logsource', variant: `${attribute} ${value}`, span: { path, start, end: start }, text: added }
  }
}

function* lacking({ document, examples }: RuleText): Generator<readonly [attribute: SourceAttribute, value: string]> {
  const { logsource } = document
  const category = logsource.category?.toLowerCase() ?? null
  const service = logsource.service?.toLowerCase() ?? null
  const facts =
    category !== null && Object.hasOwn(windowsCategories, category) ? windowsCategories[category] : undefined
  const isOfWindows = facts !== undefined || (service !== null && Object.hasOwn(windowsServices, service))
  if (logsource.product === null && isOfWindows) yield ['product', 'windows']
  if (![null, 'windows'].includes(logsource.product?.toLowerCase() ?? null)) return
  if (service === null && facts !== undefined) {
    const channels = new Set(facts.flatMap((each) => each.channels))
    for (const [name, own] of Object.entries(windowsServices)) {
      if (own.some((channel) => channels.has(channel))) yield ['service', name]
    }
  }
  const firing = examples.filter(({ fires }) => fires)
  if (category !== null || firing.length === 0) return
  const fitting = Object.keys(windowsCategories).find((each) =>
    firing.every(({ event }) => fitsLogSource({ ...logsource, category: each }, event)),
  )
  if (fitting !== undefined) yield ['category', fitting]
}
