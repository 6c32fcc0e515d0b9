import type { Leaf } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { documentationAddress } from '../../host/machine/profile.ts'
import { type Family, numberedAddress, spelledAddress } from '../../values/address.ts'
import { addressesInside } from '../../values/network-edges.ts'

/** Addresses worth trying for these leaves: inside the networks they name, then anywhere; the wanted family first. */
export function addressCandidates(leaves: readonly Leaf[], family: Family, chance: Chance): readonly string[] {
  const networks = leaves.flatMap(({ test }) => (test.operator === 'cidr' ? [test.network] : []))
  const inside = networks.flatMap((network) =>
    [0, 1, 2, 3].flatMap(() => addressesInside(network, chance).toReversed()),
  )
  const anywhere = [family, family === 'ipv4' ? 'ipv6' : 'ipv4'] as const
  const found = [
    ...inside,
    ...anywhere.flatMap((each) => [documentationAddress(each, chance), ...globalAddresses(each, chance)]),
  ]
  const isWanted = (address: string) => address.includes(':') === (family === 'ipv6')
  return [...found.filter(isWanted), ...found.filter((address) => !isWanted(address))]
}

/** Addresses of the global unicast ranges. */
function globalAddresses(family: Family, chance: Chance): readonly string[] {
  return Array.from({ length: 4 }, () => {
    const bits = family === 'ipv4' ? 24n : 120n
    const rest = chance.number.bigInt({ min: 1n, max: (1n << bits) - 2n })
    const lead = BigInt(family === 'ipv4' ? chance.number.int({ min: 11, max: 99 }) : 0x20) << bits
    return spelledAddress(numberedAddress(lead + rest, family))
  })
}
