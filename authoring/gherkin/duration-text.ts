const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** Milliseconds as steps read them, in the largest unit that has no rest; null where even seconds have one. */
export function durationText(milliseconds: number): string | null {
  for (const [unit, length] of units) {
    const count = milliseconds / length
    if (Number.isInteger(count) && (count > 0 || unit === 'second')) return `${count} ${unit}${count === 1 ? '' : 's'}`
  }
  return null
}
