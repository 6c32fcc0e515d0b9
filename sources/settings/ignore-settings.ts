import { ignorableCode, type Span, type WarningCode } from '../../sigma/index.ts'
import { mapEntriesIn } from './map-entries.ts'
import type { Refusal } from './thresholds.ts'

/** An entry under `ignore`: problems of a code that are not told. Plain JSON: Cucumber hands it to its workers. */
export type IgnoreSetting = {
  readonly code: WarningCode
  /** Paths, globs and ids of the rules, as the user wrote them; null for every rule. */
  readonly rules: readonly string[] | null
  readonly reason: string
  /** Where it stands in the configuration file; null where it was handed over. */
  readonly span: Pick<Span, keyof Span> | null
}

const list = {
  name: 'ignore',
  keys: ['code', 'rules', 'reason'],
  example: '{code: W-UNUSED, rules: rules/a.yml, reason: why}',
}

/** Reads the list under `ignore` as `sigmaproof.yml` spells it. What is wrong is refused and left out. */
export function ignoresIn(
  value: unknown,
  refuse: Refusal,
  spanOf: (index: number) => Span | null,
): readonly IgnoreSetting[] {
  return mapEntriesIn(value, list, refuse).flatMap(({ at, given }) => {
    const codes = codesIn(given.get('code'), at, refuse)
    const rules = rulesIn(given.get('rules'), at, refuse)
    const reason = given.get('reason')
    if (typeof reason === 'string' && reason.trim() !== '') {
      return codes.map((code) => ({ code, rules, reason: reason.trim(), span: spanOf(Number(at)) }))
    }
    const message = 'an entry of "ignore" needs a reason: why the rule is right as it stands'
    refuse(given.has('reason') ? [at, 'reason'] : [at], 'value', message)
    return []
  })
}

/** The same list as settings hand it on, each entry with its place. */
export function settledIgnoresIn(value: unknown, refuse: Refusal): readonly IgnoreSetting[] {
  if (!Array.isArray(value)) return ignoresIn(value, refuse, () => null)
  const spans = value.map((entry: unknown) => spanIn(entry))
  const entries = value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('span' in entry)) return entry
    const { span: _, ...own } = entry
    return 'rules' in own && own.rules === null ? Object.fromEntries(Object.entries(own).filter(notRules)) : own
  })
  return ignoresIn(entries, refuse, (index) => spans[index] ?? null)
}

function notRules([key]: readonly [string, unknown]): boolean {
  return key !== 'rules'
}

function spanIn(entry: unknown): Span | null {
  if (typeof entry !== 'object' || entry === null || !('span' in entry)) return null
  const { span } = entry
  if (typeof span !== 'object' || span === null || !('path' in span && 'start' in span && 'end' in span)) return null
  const { path, start, end } = span
  return typeof path === 'string' && typeof start === 'number' && typeof end === 'number' ? { path, start, end } : null
}

function codesIn(value: unknown, at: string, refuse: Refusal): readonly WarningCode[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!list.every((each) => typeof each === 'string') || list.length === 0) {
    refuse(value === undefined ? [at] : [at, 'code'], 'value', '"code" takes codes of warnings, such as W-UNUSED')
    return []
  }
  return list.flatMap((code) => {
    const judged = ignorableCode(code)
    if (judged.kind === 'warning') return [judged.code]
    refuse([at, 'code'], 'value', `${judged.message}. ${judged.hint}`)
    return []
  })
}

function rulesIn(rules: unknown, at: string, refuse: Refusal): readonly string[] | null {
  if (rules === undefined) return null
  const list: readonly unknown[] = Array.isArray(rules) ? rules : [rules]
  const filled = list.filter((each) => typeof each === 'string').filter((each) => each !== '')
  if (filled.length === list.length && list.length > 0) return filled
  refuse([at, 'rules'], 'value', '"rules" takes a path, glob or id of rules, or a list of them')
  return null
}
