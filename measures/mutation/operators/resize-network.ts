import type { Edit } from '../mutant.ts'
import { networkText } from '../text/network-text.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'

/** Makes a network twice as wide, or leaves only its first half. */
export function* resizeNetwork({ leaf: { id, span }, test, text }: MutatedValue<'cidr'>): Generator<Edit> {
  const { prefix, bytes } = test.network
  const sizes = { wider: prefix - 1, narrower: prefix + 1 }
  for (const [variant, size] of Object.entries(sizes)) {
    if (size < 0 || size > bytes.length * 8) continue
    yield { node: id, variant, ...respelled(text.source, span, networkText(test.network, size)) }
  }
}
