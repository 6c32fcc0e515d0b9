import { sysmonLog } from '../../../catalogue/index.ts'
import type { Kind } from '../kinds/kinds.ts'
import type { Refused } from '../search/check-plan.ts'
import type { Domain } from '../theory/domain.ts'

/** What a log source has to do with a clash. */
export interface SourceFact {
  /** With the source that says so at its end; null where there is nothing to say. */
  readonly words: string | null
  /** It is so in every event of Windows. */
  readonly isOfEveryKind: boolean
}

/** The fact for which events of this kind have no such value: what the field always holds, that it is always there, or only once. */
export function factAgainst({ core, by, field }: Refused, { absent, why }: Domain, { event }: Kind): SourceFact {
  const [only] = core
  if (by === 'one-value') {
    const words = `${field} holds one value in an event of Windows (event format)`
    return { words: only?.leaf.field === null ? null : words, isOfEveryKind: true }
  }
  const isOfPresence = only !== undefined && core.length === 1 && ['null', 'exists'].includes(only.leaf.test.operator)
  const manifest = event?.log === sysmonLog ? 'schema' : 'manifest'
  const isThere = isOfPresence && !absent && why !== null
  return { words: isThere ? `${field} is always there and never null (${manifest})` : why, isOfEveryKind: false }
}
