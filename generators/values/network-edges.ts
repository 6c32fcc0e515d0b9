import { type Network, networkContains, networkOf } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { RecipeError } from '../recipe-error.ts'
import { addressBytes, addressNumber, numberedAddress, spelledAddress } from './address.ts'

/** Reads a network that a scenario names. Throws {@link RecipeError} for none, and for host bits with what was meant. */
export function statedNetwork(text: string): Network {
  const trimmed = text.trim()
  const [address = '', prefix = ''] = trimmed.split('/')
  const bytes = addressBytes(address)
  const bits = (bytes?.length ?? 0) * 8
  if (
    bytes === null ||
    (prefix !== '' && !/^\d{1,3}$/.test(prefix)) ||
    Number(prefix) > bits ||
    trimmed.endsWith('/')
  ) {
    throw new RecipeError(`"${text}" is no network`)
  }
  const network = networkOf(trimmed)
  if (network !== null) return network
  const host = (1n << BigInt(bits - Number(prefix))) - 1n
  const family = bytes.length === 4 ? 'ipv4' : 'ipv6'
  const meant = spelledNetwork({
    family,
    bytes: numberedAddress(addressNumber(bytes) & ~host, family),
    prefix: Number(prefix),
  })
  throw new RecipeError(`${trimmed} has host bits set; meant ${meant}?`)
}

/** The first and the last address of a network, as numbers. */
export function networkBounds(network: Network): { readonly first: bigint; readonly last: bigint } {
  const first = addressNumber(network.bytes)
  return { first, last: first + (1n << BigInt(network.bytes.length * 8 - network.prefix)) - 1n }
}

/** The first and last address of a network and two between them, in Sysmon's spelling, each once. */
export function addressesInside(network: Network, chance: Chance): readonly string[] {
  const { first, last } = networkBounds(network)
  const between = last - first > 1n ? [0, 1].map(() => chance.number.bigInt({ min: first + 1n, max: last - 1n })) : []
  return spelledOnce([first, ...between, last], network)
}

/**
 * An address of a network as one is likely to be seen, in Sysmon's spelling: not at its ends where there is more; of IPv6
 * in the first subnet of 64 bits; of what the host keeps for itself mostly the one that everybody uses.
 */
export function usualAddressIn(network: Network, chance: Chance): string {
  const { first, last } = networkBounds(network)
  const loopback = network.family === 'ipv4' ? 0x7f000001n : 1n
  const roll = chance.number.int({ min: 0, max: 3 })
  const isOwn = loopback >= first && loopback <= last && (network.family === 'ipv6' || network.prefix >= 8)
  if (isOwn && (roll > 0 || first === last)) return spelledAddress(numberedAddress(loopback, network.family))
  const subnet = network.family === 'ipv6' && network.prefix < 64 ? first + (1n << 64n) - 1n : last
  const between = subnet - first > 1n ? chance.number.bigInt({ min: first + 1n, max: subnet - 1n }) : first
  return spelledAddress(numberedAddress(between, network.family))
}

/** The neighbours at both ends of a network, in Sysmon's spelling. Throws {@link RecipeError} where nothing lies outside. */
export function addressesOutside(network: Network): readonly string[] {
  const { first, last } = networkBounds(network)
  const end = 1n << BigInt(network.bytes.length * 8)
  const neighbours = [first - 1n, last + 1n].filter((value) => value >= 0n && value < end)
  if (neighbours.length === 0) throw new RecipeError(`nothing lies outside ${spelledNetwork(network)}`)
  return spelledOnce(neighbours, network)
}

/** One sentence for each address just outside a network of the list that lies inside another of it. */
export function overlapWarnings(networks: readonly Network[]): readonly string[] {
  return networks.flatMap((network) =>
    networks
      .filter(
        (other) => other !== network && addressesOutside(network).some((address) => networkContains(other, address)),
      )
      .map(
        (other) =>
          `just outside ${spelledNetwork(network)} lies inside ${spelledNetwork(other)}, which the list has too`,
      ),
  )
}

/** A network as people write it: IPv6 abbreviated. */
function spelledNetwork(network: Network): string {
  const address = spelledAddress(network.bytes)
  return `${network.family === 'ipv4' ? address : abbreviated(address)}/${network.prefix}`
}

/** The longest run of zero groups, where there are two or more, becomes `::`. */
function abbreviated(address: string): string {
  const runs = [...address.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)].map(([run]) => run)
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  if (longest === '') return address
  const at = address.search(new RegExp(`(?<![0-9a-f])${longest}(?![0-9a-f])`))
  return `${address.slice(0, at).replace(/:$/, '')}::${address.slice(at + longest.length).replace(/^:/, '')}`
}

function spelledOnce(values: readonly bigint[], network: Network): readonly string[] {
  return [...new Set(values.map((value) => spelledAddress(numberedAddress(value, network.family))))]
}
