import { cidrMissing } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { Leaf } from '../rule/predicate.ts'
import { hostBits, parseNetwork } from '../values/network.ts'
import { fieldIn } from './events/known-events-of.ts'
import type { FieldEntry } from './field-entries.ts'

/**
 * A network that is compared as text (W-CIDR-MISSING): in a field that holds addresses, and elsewhere where nothing but a
 * network is spelled like the value and the field's name does not say that networks, or texts with one in them, are what
 * it holds.
 */
export function adviceOnNetworks(entry: FieldEntry): readonly Problem[] {
  const { key, field } = entry
  const isAddressField = holdsAddresses(entry)
  return key.children.flatMap((leaf) => {
    const network = networkIn(leaf)
    if (network === null || !(isAddressField || isMistaken(leaf, field, network))) return []
    return [cidrMissing(leaf.span, field, network.text, network.isFirst)]
  })
}

const addressNames = /(?:ip|ipv[46]|addr|address)$/i

/** Names of fields in which a network may stand as it is, alone or among other things. */
const networkNames =
  /cidr|prefix|range|subnet|network|block|route|mask|ips$|addresses|list|rule|polic|filter|permission|gress|scope/i
const textNames =
  /command|script|url|uri|query|payload|arg|param|detail|data|text|message|value|name|path|title|version|description/i

function holdsAddresses({ field, events }: FieldEntry): boolean {
  const known = events === null ? [] : fieldIn(events, field)
  return known.some(({ format }) => format === 'address') || (addressNames.test(field) && !networkNames.test(field))
}

/** In a field of which nothing is known: the whole value is a network and not all there is. */
function isMistaken({ test }: Leaf, field: string, { isFirst, prefix }: WrittenNetwork): boolean {
  const isWhole = test.operator === 'text' && test.anchor === 'equals'
  return isWhole && isFirst && prefix > 0 && !networkNames.test(field) && !textNames.test(field)
}

interface WrittenNetwork {
  readonly text: string
  readonly prefix: number
  /** It names the network's first address, as `cidr` wants it. */
  readonly isFirst: boolean
}

function networkIn({ test, modifiers, written }: Leaf): WrittenNetwork | null {
  if (test.operator !== 'text' || modifiers.some((name) => /^(?:base64|wide|utf16|expand)/.test(name))) return null
  const [, text, prefix] = /^([0-9A-Fa-f.:]+\/(\d{1,3}))$/.exec(written) ?? []
  if (text === undefined) return null
  const read = parseNetwork(text)
  if (typeof read === 'string' && read !== hostBits) return null
  return { text, prefix: Number(prefix), isFirst: read !== hostBits }
}
