import { join } from 'node:path'
import { doorsOf } from '../doors.ts'
import { compare } from '../measuring/compare.ts'
import { cpuOf } from '../measuring/cpu.ts'
import { sampleOf } from '../recorded.ts'
import type { Bench } from '../setting.ts'

/** Which of all rules fire on an event, as `eval` and `no rule fires` ask: recorded events, each by every rule of `rules/`. */
export const replay: Bench = async (setting) => {
  const { rules, events, scratch, rounds, isLarge } = setting
  const sample = sampleOf(events, isLarge ? 25 : 200, join(scratch, 'replayed.ndjson'))
  const found = new Set<string>()
  const rows = await compare(setting, rounds, [{ what: 'events by all rules', unit: '/s' }], async (build) => {
    const doors = await doorsOf(build)
    const matcher = doors.matcherOf(doors.rulesIn(join(rules, 'rules')))
    const these = await doors.eventsIn(sample)
    const { value, cpu } = cpuOf(() => these.map(matcher))
    found.add(value.join(' '))
    return [these.length / cpu]
  })
  if (found.size > 1) throw new Error('the two checkouts do not find the same matches')
  return rows
}
