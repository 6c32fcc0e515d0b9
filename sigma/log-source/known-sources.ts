import {
  type KnownSources,
  otherProducts,
  productless,
  type SourceAttributes,
  windowsCategories,
  windowsServices,
} from '../../catalogue/index.ts'
import { nearestNames } from '../text/nearest-names.ts'

/** The part of a log source that no table has. */
export interface UnknownPart {
  readonly attribute: 'product' | 'category' | 'service'
  /** What to write in its place, as a sentence. */
  readonly hint: string
}

/** The part by which a log source is none of the known ones; null for a known one (semantics section 6). */
export function unknownPartOf({ category, product, service }: SourceAttributes): UnknownPart | null {
  const known = knownSourcesOf(product?.toLowerCase() ?? null)
  if (known === undefined) {
    return { attribute: 'product', hint: nearest(product ?? '', ['windows', ...Object.keys(otherProducts)]) }
  }
  if (category !== null && !known.categories.includes(category.toLowerCase())) {
    return { attribute: 'category', hint: hintFor('category', category.toLowerCase(), product, known) }
  }
  if (service !== null && !known.services.includes(service.toLowerCase())) {
    return { attribute: 'service', hint: hintFor('service', service.toLowerCase(), product, known) }
  }
  return null
}

const windowsSources: KnownSources = {
  categories: Object.keys(windowsCategories),
  services: Object.keys(windowsServices),
}

function knownSourcesOf(product: string | null): KnownSources | undefined {
  if (product === null) return productless
  if (product === 'windows') return windowsSources
  return Object.hasOwn(otherProducts, product) ? otherProducts[product] : undefined
}

const lists = { category: 'categories', service: 'services' } as const
const others = { category: 'service', service: 'category' } as const

function hintFor(attribute: 'category' | 'service', name: string, product: string | null, known: KnownSources): string {
  const other = others[attribute]
  if (known[lists[other]].includes(name)) return `Write ${other}: ${name}.`
  const ofWindows = product === null ? windowsSources[lists[attribute]] : []
  if (ofWindows.includes(name)) return 'Name its product: windows, for the events of Windows.'
  return nearest(name, [...known[lists[attribute]], ...ofWindows])
}

function nearest(name: string, among: readonly string[]): string {
  const names = nearestNames(name, among)
  return names.length === 0 ? '' : `Nearest: ${names.join(', ')}.`
}
