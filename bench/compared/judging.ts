import { join } from 'node:path'
import { type Doors, doorsOf } from '../doors.ts'
import { compare, type Figure } from '../measuring/compare.ts'
import { cpuOf } from '../measuring/cpu.ts'
import { hasEventId, sampleOf } from '../recorded.ts'
import type { Bench } from '../setting.ts'

const figures: readonly Figure[] = [
  { what: 'judge a pair, log source right', unit: 'ns' },
  { what: 'judge a pair, log source wrong', unit: 'ns' },
  { what: 'whether a pair fires, log source right', unit: 'ns' },
  { what: 'whether a pair fires, log source wrong', unit: 'ns' },
]

/** Each is judged by every rule that is taken. */
const mostEvents = 60
const everyRule = 5

/** One rule and one event: process creations by rules for process creations, and network connections by the same rules. */
export const judging: Bench = async (setting) => {
  const { rules, events, scratch, rounds } = setting
  const right = sampleOf(events, 50, join(scratch, 'process-creations.ndjson'), hasEventId(1))
  const wrong = sampleOf(events, 50, join(scratch, 'network-connections.ndjson'), hasEventId(3))
  return await compare(setting, rounds * 3, figures, async (build) => {
    const doors = await doorsOf(build)
    const taken = doors
      .rulesIn(join(rules, 'rules/windows/process_creation'))
      .filter((_, index) => index % everyRule === 0)
    const costs: number[] = []
    for (const ask of asked(doors)) {
      for (const file of [right, wrong]) {
        // Read anew: what is kept of an event in one round helps no other.
        const these = (await doors.eventsIn(file)).slice(0, mostEvents)
        const { cpu } = cpuOf(() => {
          for (const event of these) for (const rule of taken) ask(rule, event)
        })
        costs.push((1e9 * cpu) / (these.length * taken.length))
      }
    }
    return costs
  })
}

function asked({ judge, firesOn }: Doors): readonly Doors['firesOn'][] {
  return [(rule, event) => judge(rule, event).verdict.kind === 'fires', firesOn]
}
