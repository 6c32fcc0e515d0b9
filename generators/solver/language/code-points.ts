/** A stretch of code points, both ends included. */
export type Range = readonly [first: number, last: number]

/** A set of code points: ranges in ascending order that neither overlap nor touch. */
export type CodePoints = readonly Range[]

const lastCodePoint = 0x10ffff

/** Every code point. */
export const anyCodePoint: CodePoints = [[0, lastCodePoint]]

/** The set of these code points and ranges, given in any order. */
export function codePoints(...ranges: readonly Range[]): CodePoints {
  const joined: Range[] = []
  for (const range of ranges.toSorted(([one], [other]) => one - other)) {
    const before = joined.at(-1)
    if (before === undefined || range[0] > before[1] + 1) joined.push(range)
    else if (range[1] > before[1]) joined[joined.length - 1] = [before[0], range[1]]
  }
  return joined
}

/** The set of exactly these characters. */
export function charactersOf(text: string): CodePoints {
  return codePoints(...Array.from(text, (char): Range => [pointOf(char), pointOf(char)]))
}

/** Everything that is not in the set. */
export function complementOf(set: CodePoints): CodePoints {
  const rest: Range[] = []
  let from = 0
  for (const [first, last] of set) {
    if (first > from) rest.push([from, first - 1])
    from = last + 1
  }
  if (from <= lastCodePoint) rest.push([from, lastCodePoint])
  return rest
}

/** Whether the set holds the code point. */
export function holdsPoint(set: CodePoints, point: number): boolean {
  return set.some(([first, last]) => point >= first && point <= last)
}

/** The code point of a text of one character. */
export function pointOf(char: string): number {
  return char.codePointAt(0) ?? 0
}
