import type { Leaf } from '../predicate.ts'
import type { Problem } from '../problem.ts'
import { cidrMissing } from '../problems/advice.ts'
import { parseNetwork } from '../values/network.ts'
import type { Place } from './places.ts'
import { fieldIn } from './world.ts'

/**
 * A network that is compared as text (W-CIDR-MISSING): in a field that holds addresses, and elsewhere where nothing but a
 * network is spelled like the value and the field's name does not say that networks, or texts with one in them, are what
 * it holds.
 */
export function adviceOnNetworks(place: Place): readonly Problem[] {
  const { key, field } = place
  const isAddressField = holdsAddresses(place)
  return key.children.flatMap((leaf) => {
    if (!isComparedAsText(leaf, isAddressField)) return []
    const network = /^(?:\*)?([0-9A-Fa-f.:]+\/\d{1,3})(?:\*)?$/.exec(leaf.written)?.[1]
    if (network === undefined) return []
    const read = parseNetwork(network)
    const hasHostBits = read === 'host bits are set'
    if (typeof read === 'string' && !(hasHostBits && isAddressField)) return []
    const isFirst = typeof read !== 'string'
    if (!isAddressField && (!isFirst || read.prefix === 0 || holdsTexts.test(field))) return []
    return [cidrMissing(leaf.span, field, network, isFirst)]
  })
}

const addressNames = /(?:^|[._-])(?:ip|addr|address)$|(?:ip|ipv[46]|addr|address)$|^(?:src|dst|c|s|d)[._-]?ip$/i
const notAddresses = /(?:description|recipients?|zip|ship|script|clip|chip|skip|tip|strip|membership)$/i

/** Names of fields in which a network may stand as it is, alone or among other things. */
const holdsTexts =
  /cidr|prefix|range|subnet|network|block|route|mask|command|script|url|uri|query|payload|arg|param|detail|data|text|message|value|name|path|title|description/i

function holdsAddresses({ field, world }: Place): boolean {
  if (world !== null) return fieldIn(world, field).some(({ format }) => format === 'address') || isNamedAddress(field)
  return isNamedAddress(field)
}

function isNamedAddress(field: string): boolean {
  return addressNames.test(field) && !notAddresses.test(field)
}

function isComparedAsText({ test, modifiers }: Leaf, isAddressField: boolean): boolean {
  if (test.operator !== 'text' || modifiers.some((name) => /^(?:base64|wide|utf16|expand)/.test(name))) return false
  return isAddressField || test.anchor === 'equals'
}
