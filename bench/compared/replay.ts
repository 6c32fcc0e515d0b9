import { join } from 'node:path'
import { doorsOf } from '../doors.ts'
import { compare, type Figure } from '../measuring/compare.ts'
import { cpuOf } from '../measuring/cpu.ts'
import { sampleOf } from '../recorded.ts'
import type { Bench } from '../setting.ts'

const figures: readonly Figure[] = [
  { what: 'events through `eval` with all rules', unit: '/s' },
  { what: 'events that `no rule fires` asks of all rules', unit: '/s' },
]

/** Recorded events, each by every rule of `rules/`. Throws an Error where the two checkouts do not find the same. */
export const replay: Bench = async (setting) => {
  const { rules, events, scratch, rounds, isLarge } = setting
  const sample = sampleOf(events, isLarge ? 25 : 200, join(scratch, 'replayed.ndjson'))
  const found = new Set<string>()
  const rows = await compare(setting, rounds, figures, async (build) => {
    const doors = await doorsOf(build)
    const { replayed, fired } = doors.matching(doors.rulesIn(join(rules, 'rules')))
    const all = await doors.eventsIn(sample)
    // A checkout that makes evidence for every pair takes its time.
    const some = all.filter((_, index) => index % 5 === 0)
    const replay = cpuOf(() => all.map(replayed))
    const firing = cpuOf(() => some.map(fired))
    found.add([...replay.value, ...firing.value].join(' '))
    return [all.length / replay.cpu, some.length / firing.cpu]
  })
  if (found.size > 1) throw new Error('the two checkouts do not find the same matches')
  return rows
}
