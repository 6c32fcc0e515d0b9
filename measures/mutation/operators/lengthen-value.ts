import { type Anchor, byCodeUnit, type Fields, fieldValue, fold, membersOf } from '../../../sigma/index.ts'
import { statingFirst } from '../examples.ts'
import type { Edit } from '../mutant.ts'
import { respelled } from '../text/respelled.ts'
import type { MutatedValue } from './mutated-value.ts'
import { type PlainText, plainTextOf } from './plain-texts.ts'
import { isWildcard, joinedUnits, unitOf, unitsOf } from './units.ts'

type TextEnd = 'first' | 'last'

/** The ends at which each anchor lets a text go on. */
const ends: Readonly<Record<Anchor, readonly TextEnd[]>> = {
  equals: [],
  startswith: ['last'],
  endswith: ['first'],
  contains: ['first', 'last'],
}

/**
 * Lengthens a text by the character that stands beside it in the events that the suite shows: the one that it has in all of
 * them, which no scenario would miss, else the one that it has in most.
 */
export function* lengthenValue(value: MutatedValue<'text'>): Generator<Edit> {
  const { source, examples } = value.text
  for (const plain of plainTextOf(value)) {
    const { leaf, test } = plain
    const units = unitsOf(plain.text)
    if (leaf.field === null || units.some(isWildcard) || test.alternatives.length !== 1) continue
    const values = statingFirst(examples, leaf.field).map(({ fields }) => textsIn(fields, leaf.field ?? ''))
    for (const variant of ends[test.anchor]) {
      const beside = likeliest(values.flatMap((each) => neighbours(each, plain, variant)))
      if (beside === null) continue
      const unit = unitOf(beside)
      const made = variant === 'first' ? joinedUnits([unit], units) : joinedUnits(units, [unit])
      yield { node: leaf.id, variant, ...respelled(source, leaf.span, made) }
    }
  }
}

function textsIn(fields: Fields, field: string): readonly string[] {
  return membersOf(fieldValue(fields, field) ?? null).filter((value) => typeof value === 'string')
}

/** The characters beside each place of the text in the values of one event; none where it does not stand there. */
function neighbours(
  values: readonly string[],
  { text, test }: PlainText,
  end: TextEnd,
): readonly (readonly string[])[] {
  const wanted = unitsOf(text).map((unit) => (unit.length > 1 && unit.startsWith('\\') ? unit.slice(1) : unit))
  const folded = (each: string): string => (test.cased ? each : fold(each))
  const literal = folded(wanted.join(''))
  return values.flatMap((value) => {
    if (!folded(value).includes(literal)) return []
    const characters = [...value]
    const places: string[] = []
    let stands = false
    for (let at = 0; at + wanted.length <= characters.length; at += 1) {
      if (test.anchor === 'endswith' && at + wanted.length !== characters.length) continue
      if (test.anchor === 'startswith' && at > 0) break
      if (!wanted.every((each, index) => isAlike(each, characters[at + index] ?? '', test.cased))) continue
      stands = true
      const beside = end === 'first' ? characters[at - 1] : characters[at + wanted.length]
      if (beside !== undefined && !/\p{Cc}/u.test(beside)) places.push(test.cased ? beside : fold(beside))
    }
    return stands ? [places] : []
  })
}

function isAlike(one: string, other: string, cased: boolean): boolean {
  return one === other || (!cased && fold(one) === fold(other))
}

/** The character of most events, of several the first; null for none. */
function likeliest(events: readonly (readonly string[])[]): string | null {
  const counts = new Map<string, number>()
  for (const places of events) for (const each of new Set(places)) counts.set(each, (counts.get(each) ?? 0) + 1)
  const [first] = [...counts].sort(([a, one], [b, other]) => other - one || byCodeUnit(a, b))
  return first?.[0] ?? null
}
