import { type Fields, fieldValue, isObject, type Json, membersOf } from './event.ts'
import type { Anchor, Comparison, Operator, Regex, Test, TestOf } from './predicate.ts'
import { type Exact, exactOf, isSame } from './values/exact-number.ts'
import { fold } from './values/fold.ts'
import { matchesPattern } from './values/match-pattern.ts'
import { isAddress, networkContains } from './values/network.ts'
import { isLoneStar } from './values/pattern.ts'
import { regexFinds } from './values/regex.ts'
import { numberOf, textOf } from './values/text-of.ts'
import { isTime, timePartOf } from './values/time-part.ts'
import type { Reason } from './verdict.ts'

/** How one operator compares an event's value with its own. */
interface Behaviour<Some extends Operator> {
  /** Whether a field's value passes; undefined when the field is absent. Lists pass when some member does. */
  readonly matches: (test: TestOf<Some>, actual: Json | undefined, fields: Fields) => boolean
  /** Why a value that is neither absent nor null does not pass. */
  readonly misses: (test: TestOf<Some>, actual: Json, fields: Fields) => Reason
}

/** Every operator's behaviour (semantics 2.4, 3.4 and section 4). */
const operators: { readonly [Some in Operator]: Behaviour<Some> } = {
  text: {
    matches: (test, actual) => someMember(actual, (member) => matchesText(test, member, test.cased)),
    misses: (test, actual) =>
      test.cased && someMember(actual, (member) => matchesText(test, member, false)) ? 'case-differs' : 'value-differs',
  },
  number: {
    matches: (test, actual) => someMember(actual, (member) => isNumber(test, member)),
    misses: () => 'value-differs',
  },
  boolean: {
    matches: (test, actual) =>
      someMember(actual, (member) =>
        typeof member === 'string' ? fold(member) === String(test.value) : member === test.value,
      ),
    misses: () => 'value-differs',
  },
  null: {
    matches: (_, actual) => actual === undefined || someMember(actual, (member) => member === null),
    misses: () => 'field-present',
  },
  re: {
    matches: (test, actual) => someMember(actual, (member) => isFound(test.alternatives, member)),
    misses: (test, actual) =>
      someMember(actual, (member) => isFound(test.alternatives.map(ignoringCase), member))
        ? 'case-differs'
        : 'value-differs',
  },
  cidr: {
    matches: (test, actual) =>
      someMember(actual, (member) => typeof member === 'string' && networkContains(test.network, member)),
    misses: (_, actual) =>
      someMember(actual, (member) => typeof member === 'string' && isAddress(member))
        ? 'value-differs'
        : 'not-an-address',
  },
  exists: {
    matches: (test, actual) => test.value === (actual !== undefined),
    misses: () => 'field-present',
  },
  fieldref: {
    matches: (test, actual, fields) =>
      someMember(actual, (one) => someMember(fieldValue(fields, test.field), (other) => refersTo(test, one, other))),
    misses: (test, actual, fields) => {
      const other = fieldValue(fields, test.field)
      if (other === undefined || other === null) return 'other-field-absent'
      const differsInCase =
        test.cased &&
        someMember(actual, (one) => someMember(other, (member) => refersTo({ ...test, cased: false }, one, member)))
      return differsInCase ? 'case-differs' : 'value-differs'
    },
  },
  compare: {
    matches: (test, actual) =>
      someMember(actual, (member) => {
        const number = numberOf(member)
        return number !== null && comparisons[test.comparison](number, exactOf(test))
      }),
    misses: (_, actual) =>
      someMember(actual, (member) => numberOf(member) !== null) ? 'value-differs' : 'not-a-number',
  },
  time: {
    matches: (test, actual) =>
      someMember(actual, (member) => {
        const part = timePartOf(test.part, member)
        return part !== null && comparisons[test.comparison](part, test.value)
      }),
    misses: (_, actual) => (someMember(actual, isTime) ? 'value-differs' : 'not-a-time'),
  },
}

/** Whether a field's value passes a test. */
export function passes<Some extends Operator>(test: TestOf<Some>, actual: Json | undefined, fields: Fields): boolean {
  return operators[test.operator].matches(test, actual, fields)
}

/** Why a field's value does not pass a test. */
export function reasonAgainst<Some extends Operator>(
  test: TestOf<Some>,
  actual: Json | undefined,
  fields: Fields,
): Reason {
  if (actual === undefined) return 'field-absent'
  if (actual === null && test.operator !== 'exists') return 'field-null'
  return operators[test.operator].misses(test, actual, fields)
}

/** Whether a keyword's test finds one value of the event, field names aside (semantics 2.1). */
export function findsKeyword(test: Test, value: Json): boolean {
  return test.operator === 'number'
    ? isNumber(test, value) || standsAlone(test.spelling, value)
    : passes(test, value, {})
}

const comparisons: Readonly<Record<Comparison | 'eq', (actual: Exact, wanted: Exact) => boolean>> = {
  eq: isSame,
  lt: (actual, wanted) => actual < wanted,
  lte: (actual, wanted) => actual <= wanted,
  gt: (actual, wanted) => actual > wanted,
  gte: (actual, wanted) => actual >= wanted,
}

const anchored: Readonly<Record<Anchor, (actual: string, wanted: string) => boolean>> = {
  equals: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startswith: (actual, wanted) => actual.startsWith(wanted),
  endswith: (actual, wanted) => actual.endsWith(wanted),
}

/** A list passes when some member does (semantics 2.3); an absent field has none. */
function someMember(actual: Json | undefined, accepts: (member: Json) => boolean): boolean {
  return actual !== undefined && membersOf(actual).some(accepts)
}

function matchesText(test: TestOf<'text'>, member: Json, cased: boolean): boolean {
  const text = textOf(member)
  if (text === null) return isObject(member) && test.alternatives.some(isLoneStar)
  return test.alternatives.some((pattern) => matchesPattern(pattern, text, cased))
}

function isNumber(test: TestOf<'number'>, member: Json): boolean {
  return isSpelled(test.spelling, member) || isValue(test, numberOf(member))
}

function isValue(test: TestOf<'number'>, actual: Exact | null): boolean {
  return actual !== null && isSame(actual, exactOf(test))
}

/** Whether a text is a number's spelling: of hexadecimal, as `0xf0` is of `0xF0`, letter case is no part (amendment 6). */
function isSpelled(spelling: string, member: Json): boolean {
  if (typeof member !== 'string' || member.length !== spelling.length) return false
  return member === spelling || (isHexadecimal(spelling) && fold(member) === fold(spelling))
}

const hexadecimal = /^[-+]?0x/i

function isHexadecimal(spelling: string): boolean {
  return hexadecimal.test(spelling)
}

function isFound(regexes: readonly Regex[], member: Json): boolean {
  const text = textOf(member)
  return text !== null && regexes.some((regex) => regexFinds(regex, text))
}

function refersTo(test: TestOf<'fieldref'>, one: Json, other: Json): boolean {
  const actual = textOf(one)
  const wanted = textOf(other)
  if (actual === null || wanted === null) return false
  if (test.anchor === 'equals' && (typeof one === 'number' || typeof other === 'number')) {
    const number = numberOf(one)
    const same = numberOf(other)
    if (number !== null && same !== null && isSame(number, same)) return true
  }
  return test.cased ? anchored[test.anchor](actual, wanted) : anchored[test.anchor](fold(actual), fold(wanted))
}

/** Whether the text stands in the value, in any letter case, without touching a letter, digit, underscore or dot. */
function standsAlone(spelling: string, value: Json): boolean {
  const cased = textOf(value) ?? ''
  const [text, whole] = isHexadecimal(spelling) ? [fold(spelling), fold(cased)] : [spelling, cased]
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const around = whole.slice(Math.max(0, at - 1), at) + whole.slice(at + text.length, at + text.length + 1)
    if (!/[A-Za-z0-9_.]/.test(around)) return true
  }
  return false
}

const insensitive = new WeakMap<Regex, Regex>()

/** One object for each expression, so that it is compiled once. */
function ignoringCase(regex: Regex): Regex {
  const known = insensitive.get(regex)
  if (known !== undefined) return known
  const made = { ...regex, ignoreCase: true }
  insensitive.set(regex, made)
  return made
}
