import { idDuplicate } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { RuleKey } from '../rule/rule.ts'
import type { Span } from '../source.ts'
import { entryOf, type YamlMap } from '../yaml/node.ts'

/** Where a document says its id. */
export interface IdPlace {
  readonly id: string
  readonly span: Span
  readonly key: RuleKey
  readonly title: string | null
}

/** The id of a document where it stands; null where it has none. */
export function idPlaceIn(root: YamlMap, key: RuleKey, title: string | null): IdPlace | null {
  const id = entryOf(root, 'id')?.value
  return id?.kind === 'scalar' && id.value !== null ? { id: id.text, span: id.span, key, title } : null
}

const mostNamed = 3

/**
 * Each place that says an id which a document elsewhere has too, letter case aside (W-ID-DUPLICATE). Documents of a
 * collection that share what was written once are no two places.
 */
export function adviceOnIds(places: readonly IdPlace[]): readonly Problem[] {
  const byId = Map.groupBy(places, ({ id }) => id.toLowerCase())
  return [...byId.values()].flatMap((alike) => {
    if (alike.length < 2) return []
    const once = [...new Map(alike.map((each) => [`${each.span.start} ${each.span.path}`, each])).values()]
    return once.flatMap((place) => {
      const count = once.length - 1
      const others = once.slice(0, mostNamed + 1).filter((other) => other !== place)
      const named = others.slice(0, mostNamed).map(({ key }) => key)
      return count === 0 ? [] : [{ ...idDuplicate(place.span, place.id, named, count), rule: place.title }]
    })
  })
}
