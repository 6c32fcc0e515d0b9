import { mapEntriesIn } from './map-entries.ts'
import type { Refusal } from './thresholds.ts'

/** A rule that may be as it is, and why. Plain JSON: Cucumber hands it to its workers. */
export type AllowedRule = {
  /** Its path, title, name or id. */
  readonly rule: string
  readonly reason: string
}

/** `counts`: what nobody has read counts for thresholds. `apart`: it is only told. */
export type UnreadSetting = 'counts' | 'apart'

const list = {
  name: 'neverFires',
  keys: ['rule', 'reason'],
  example: '{rule: rules/a.yml, reason: why}',
}

/** Reads the list under `neverFires` as `sigmaproof.yml` spells it. What is wrong is refused and left out. */
export function allowedRulesIn(value: unknown, refuse: Refusal): readonly AllowedRule[] {
  return mapEntriesIn(value, list, refuse).flatMap(({ at, given }) => {
    const rule = filledIn(given.get('rule'))
    const reason = filledIn(given.get('reason'))
    if (rule === null) refuse([at], 'value', 'an entry of "neverFires" needs a rule: its path, title, name or id')
    if (reason === null)
      refuse([at], 'value', 'an entry of "neverFires" needs a reason: why the rule is right as it stands')
    return rule === null || reason === null ? [] : [{ rule, reason }]
  })
}

/** Reads `unread`. What is wrong is refused. */
export function unreadIn(value: unknown, refuse: Refusal): UnreadSetting {
  if (value === 'counts' || value === 'apart') return value
  refuse([], 'value', `"unread" takes counts or apart, got ${JSON.stringify(value) ?? 'nothing'}`)
  return 'apart'
}

function filledIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
