import type { AskedValue } from '../events/asked-event.ts'
import type { TestOf } from '../rule/predicate.ts'
import { exactOf, isSame } from '../values/exact-number.ts'
import { fold } from '../values/fold.ts'
import { numberOf } from '../values/text-of.ts'
import { type OperatorDefinition, someValue } from './definition.ts'

/** A number without a modifier: equal numbers, and texts of its own spelling. */
export const number: OperatorDefinition<'number'> = {
  lead: null,
  compile: ({ value, text }) => ({ operator: 'number', value: Number(value), spelling: text }),
  asks: (test) => someValue(isNumber(test)),
  finds: (test) => {
    const isWhole = isNumber(test)
    return (value) => isWhole(value) || standsAlone(test.spelling, value.text ?? '')
  },
  misses: () => 'value-differs',
}

function isNumber(test: TestOf<'number'>): (value: AskedValue) => boolean {
  const wanted = exactOf(test)
  return ({ json }) => {
    if (typeof json === 'string' && isSpelled(test.spelling, json)) return true
    const actual = numberOf(json)
    return actual !== null && isSame(actual, wanted)
  }
}

/** Whether a text is a number's spelling: of hexadecimal, as `0xf0` is of `0xF0`, letter case is no part (semantics 3.4). */
function isSpelled(spelling: string, text: string): boolean {
  if (text.length !== spelling.length) return false
  return text === spelling || (isHexadecimal(spelling) && fold(text) === fold(spelling))
}

const hexadecimal = /^[-+]?0x/i

function isHexadecimal(spelling: string): boolean {
  return hexadecimal.test(spelling)
}

/** Whether the spelling stands in a text, in any letter case, without touching a letter, digit, underscore or dot. */
function standsAlone(spelling: string, cased: string): boolean {
  const [text, whole] = isHexadecimal(spelling) ? [fold(spelling), fold(cased)] : [spelling, cased]
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const around = whole.slice(Math.max(0, at - 1), at) + whole.slice(at + text.length, at + text.length + 1)
    if (!/[A-Za-z0-9_.]/.test(around)) return true
  }
  return false
}
