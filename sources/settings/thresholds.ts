import { nearestOrKnown } from '../../sigma/index.ts'

/** What a measure must reach, in per cent; what is left out is not asked for. */
export type MeasureThresholds = Readonly<Partial<Record<ThresholdMeasure, number>>>

/** The measures of coverage that can have a threshold. */
export type ThresholdMeasure = 'outcomes' | 'detections' | 'values' | 'mcdc'

/** What the rules must reach: of all rules together, of those below a path, and by mutation. */
export type Thresholds = MeasureThresholds & {
  /** A mutation score of `high` is shown as good, below `low` as bad; below `break` is a finding. */
  readonly mutation?: Readonly<Partial<Record<MutationBound, number>>>
  /** By the file, folder or glob that holds the rules. */
  readonly paths?: Readonly<Record<string, MeasureThresholds>>
}

type MutationBound = 'high' | 'low' | 'break'

/**
 * What every rule must have. `scenarios`: one in which it fires and one in which it is silent; `suppression`: for each of its
 * filters one that it suppresses.
 */
export type Requirements = Readonly<Partial<Record<Requirement, boolean>>>

type Requirement = 'scenarios' | 'suppression'

/** The names that a threshold of coverage can have. */
export const thresholdMeasures: readonly ThresholdMeasure[] = ['outcomes', 'detections', 'values', 'mcdc']

const bounds: readonly MutationBound[] = ['high', 'low', 'break']
const requirements: readonly Requirement[] = ['scenarios', 'suppression']

/** Takes what is wrong and where: the keys that lead there, and whether it is the last key itself or its value. */
export type Refusal = (at: readonly string[], about: 'key' | 'value', message: string) => void

/** Reads thresholds as `sigmaproof.yml` spells them. What is wrong is refused and left out. */
export function thresholdsIn(value: unknown, refuse: Refusal): Thresholds {
  const known = [...thresholdMeasures, 'mutation', 'paths'] as const
  const entries = entriesOf(value, [], known, 'measure', refuse)
  const mutation = entries.get('mutation')
  const paths = entries.get('paths')
  return {
    ...percentages(entries, [], thresholdMeasures, refuse),
    ...(mutation !== undefined && { mutation: mutationIn(mutation, refuse) }),
    ...(paths !== undefined && { paths: pathsIn(paths, refuse) }),
  }
}

/** Reads what every rule must have. What is wrong is refused and left out. */
export function requirementsIn(value: unknown, refuse: Refusal): Requirements {
  const entries = entriesOf(value, [], requirements, 'requirement', refuse)
  return Object.fromEntries(
    requirements.flatMap((name) => {
      const flag = entries.get(name)
      if (flag === undefined) return []
      if (typeof flag === 'boolean') return [[name, flag]]
      refuse([name], 'value', `"${name}" takes true or false, got ${shown(flag)}`)
      return []
    }),
  )
}

function mutationIn(value: unknown, refuse: Refusal): NonNullable<Thresholds['mutation']> {
  const found = percentages(entriesOf(value, ['mutation'], bounds, 'bound', refuse), ['mutation'], bounds, refuse)
  if (found.high !== undefined && found.low !== undefined && found.low > found.high) {
    refuse(['mutation', 'low'], 'value', `"low" is above "high": ${found.low} and ${found.high}`)
  }
  return found
}

function pathsIn(value: unknown, refuse: Refusal): NonNullable<Thresholds['paths']> {
  const paths = [...entriesOf(value, ['paths'], null, 'path', refuse)]
  return Object.fromEntries(
    paths.map(([path, own]) => {
      const at = ['paths', path]
      return [
        path,
        percentages(entriesOf(own, at, thresholdMeasures, 'measure', refuse), at, thresholdMeasures, refuse),
      ]
    }),
  )
}

function percentages<Name extends string>(
  entries: ReadonlyMap<string, unknown>,
  at: readonly string[],
  names: readonly Name[],
  refuse: Refusal,
): Readonly<Partial<Record<Name, number>>> {
  const found: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const value = entries.get(name)
    if (value === undefined) continue
    if (isPercentage(value)) found[name] = value
    else refuse([...at, name], 'value', `"${name}" takes a number from 0 to 100, got ${shown(value)}`)
  }
  return found
}

/** Whether this can be a threshold. */
export function isPercentage(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100
}

/** The entries of a map; `known` are the keys that it may have, any when null. */
function entriesOf(
  value: unknown,
  at: readonly string[],
  known: readonly string[] | null,
  called: string,
  refuse: Refusal,
): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(at, 'value', `a map by ${called} is wanted, got ${shown(value)}`)
    return new Map()
  }
  const entries = Object.entries(value)
  for (const [key] of entries) {
    if (known === null || known.includes(key)) continue
    refuse([...at, key], 'key', `there is no ${called} "${key}"; ${nearestOrKnown(key, known)}`)
  }
  return new Map(entries.filter(([key]) => known === null || known.includes(key)))
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
