import { joinParts } from '../values/pattern.ts'
import { textTestOf } from '../values/text-test.ts'

/**
 * The search identifiers that a selector's target names (semantics section 5), in the order written: `them` is every one
 * that does not start with `_`; a pattern is compared with the whole name, `*` standing for any run, and sees names that
 * start with `_` only when it starts so itself.
 */
export function selectIdentifiers(target: string, names: readonly string[]): readonly string[] {
  const seesPrivate = target.startsWith('_')
  const visible = names.filter((name) => seesPrivate || !name.startsWith('_'))
  if (target === 'them') return visible
  const pattern = joinParts(
    target.split(/(\*)/).map((text) => (text === '*' ? { kind: 'any-run' } : { kind: 'text', text })),
  )
  return visible.filter(textTestOf(pattern, true))
}
