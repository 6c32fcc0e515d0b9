import ipaddr from 'ipaddr.js'
import type { Network } from '../../../sigma/index.ts'
import type { Edit } from '../mutant.ts'
import { respelled } from '../respelled.ts'
import type { RuleText } from '../rule-text.ts'

/** Makes a network twice as wide, or leaves only its first half. */
export function* resizeNetwork({ leaves, source }: RuleText): Generator<Edit> {
  for (const { id, span, test } of leaves) {
    if (test.operator !== 'cidr') continue
    const { prefix, bytes } = test.network
    const sizes = { wider: prefix - 1, narrower: prefix + 1 }
    for (const [variant, size] of Object.entries(sizes)) {
      if (size < 0 || size > bytes.length * 8) continue
      yield { node: id, variant, ...respelled(source, span, printed(test.network, size)) }
    }
  }
}

function printed({ bytes }: Network, prefix: number): string {
  const first = bytes.map((byte, index) => byte & (0xff << (8 - Math.min(8, Math.max(0, prefix - index * 8)))) & 0xff)
  const address = ipaddr.fromByteArray(first)
  return `${address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()}/${prefix}`
}
