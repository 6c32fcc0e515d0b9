import ipaddr from 'ipaddr.js'
import type { Network } from '../../../sigma/index.ts'

/** The network of this size around an address or another network, as rules spell it. */
export function networkText({ bytes }: Pick<Network, 'bytes'>, prefix: number): string {
  const first = bytes.map((byte, index) => byte & (0xff << (8 - Math.min(8, Math.max(0, prefix - index * 8)))) & 0xff)
  const address = ipaddr.fromByteArray(first)
  return `${address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()}/${prefix}`
}
