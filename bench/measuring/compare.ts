import type { Build, Builds } from '../builds.ts'

/** How a figure is written, and which way it gets better. */
export type Unit = 's' | 'ms' | 'ns' | '/s' | 'MB' | 'modules' | 'files' | 'x'

export interface Figure {
  readonly what: string
  readonly unit: Unit
  /** What it should reach, in words. */
  readonly wanted?: string
}

/** A figure of this checkout and of the one beside it, medians of all rounds. */
export interface Row extends Figure {
  readonly now: number
  readonly beside: number | null
  /** How many times better it is now: median over the rounds, so that what slowed one round slowed both sides. */
  readonly ratio: number | null
}

/**
 * Takes the figures of both builds in turn, so many rounds, now the one first, now the other. `measure` gives a number for each
 * figure, in their order.
 */
export async function compare(
  { now, beside }: Builds,
  rounds: number,
  figures: readonly Figure[],
  measure: (build: Build) => readonly number[] | Promise<readonly number[]>,
): Promise<readonly Row[]> {
  const builds = beside === null ? [now] : [now, beside]
  const measured = new Map(builds.map((build): [Build, (readonly number[])[]] => [build, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const build of round % 2 === 0 ? builds : builds.toReversed()) measured.get(build)?.push(await measure(build))
  }
  const valuesOf = (build: Build, figure: number): readonly number[] =>
    (measured.get(build) ?? []).map((values) => values[figure] ?? Number.NaN)
  return figures.map((figure, index) => {
    const here = valuesOf(now, index)
    if (beside === null) return { ...figure, now: median(here), beside: null, ratio: null }
    const there = valuesOf(beside, index)
    const ratios = there.map((value, round) => betterBy(figure.unit, here[round] ?? Number.NaN, value))
    return { ...figure, now: median(here), beside: median(there), ratio: median(ratios) }
  })
}

function betterBy(unit: Unit, now: number, beside: number): number {
  return unit === '/s' ? now / beside : beside / now
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}
