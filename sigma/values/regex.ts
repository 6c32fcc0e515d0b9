import { RE2JS, RE2JSException } from 're2js'
import type { Regex } from '../rule/predicate.ts'
import { scanRegex } from './scan-regex.ts'

/** A compiled expression: where something goes on after `$`, two more for what it means in most texts. */
interface Engines {
  readonly any: RE2JS
  readonly withoutFeed: RE2JS
  readonly withFeed: RE2JS
}

const compiled = new WeakMap<Regex, Engines>()

/**
 * Reads a regular expression as semantics 4.4 says: flags in a leading inline group are lifted out, what a linear
 * engine refuses is refused with its reason. `namesGroup` tells of a named group, which is outside the Sigma subset.
 */
export function parseRegex(
  text: string,
  flags: { readonly ignoreCase: boolean; readonly multiline: boolean; readonly dotAll: boolean },
): { readonly regex: Regex; readonly namesGroup: boolean } | string {
  const inline = /^(?:\(\?[ims]+\))*/.exec(text)?.[0] ?? ''
  const scan = scanRegex(text.slice(inline.length))
  if (typeof scan === 'string') return scan
  const regex = {
    pattern: text.slice(inline.length),
    ignoreCase: flags.ignoreCase || inline.includes('i'),
    multiline: flags.multiline || inline.includes('m'),
    dotAll: flags.dotAll || inline.includes('s'),
  }
  try {
    compile(regex)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    return reasonIn(error)
  }
  return { regex, namesGroup: scan.namesGroup }
}

/** What the engine says, and the limit that it does not say. */
function reasonIn({ message }: RE2JSException): string {
  const reason = message.replace(/^error parsing regexp: /, '')
  return reason.startsWith('invalid repeat count') ? `${reason}; at most 1,000` : reason
}

/** Whether something goes on after a `$` or `\Z` of the expression: what it means then hangs on the line feeds of the text. */
export function goesOnAfterEnd({ pattern, multiline }: Regex): boolean {
  const scan = scanRegex(pattern)
  return !multiline && typeof scan !== 'string' && scan.goesOn !== null
}

/** Whether the expression is found anywhere in the text, in time linear in the text. */
export function regexFinds(regex: Regex, text: string): boolean {
  const { any, withoutFeed, withFeed } = compile(regex)
  const feed = text.indexOf('\n')
  if (!text.endsWith('\n')) return withoutFeed.test(text)
  return (feed === text.length - 1 ? withFeed : any).test(text)
}

function compile(regex: Regex): Engines {
  const known = compiled.get(regex)
  if (known !== undefined) return known
  const scan = scanRegex(regex.pattern)
  if (typeof scan === 'string') throw new TypeError(`not a regular expression of Sigma: ${scan}`)
  const flags =
    (regex.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
    (regex.multiline ? RE2JS.MULTILINE : 0) |
    (regex.dotAll ? RE2JS.DOTALL : 0)
  const any = RE2JS.compile(regex.multiline ? scan.multiline : scan.singleLine, flags)
  const { goesOn } = scan
  const engines =
    goesOn === null || regex.multiline
      ? { any, withoutFeed: any, withFeed: any }
      : { any, withoutFeed: RE2JS.compile(goesOn.withoutFeed, flags), withFeed: RE2JS.compile(goesOn.withFeed, flags) }
  compiled.set(regex, engines)
  return engines
}
