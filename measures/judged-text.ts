import { type RuleKey, visibleText } from '../sigma/index.ts'

/**
 * What is wrong with something said of a rule in the scenario at this place: that the rule is not loaded, or has another
 * meaning than it had then. `current` is what it means now, undefined where it is not loaded. Null where nothing is wrong.
 */
export function faultOfText(
  { uri, line }: { readonly uri: string; readonly line: number },
  { rule, meaning }: { readonly rule: RuleKey; readonly meaning: string },
  current: string | undefined,
): string | null {
  if (current === meaning) return null
  const place = `${visibleText(uri)}:${line}`
  return current === undefined
    ? `${place} judged the rule ${visibleText(rule)}, which is not among the rules loaded`
    : `${place} judged another text of ${visibleText(rule)} than the one loaded; run its scenarios again`
}
