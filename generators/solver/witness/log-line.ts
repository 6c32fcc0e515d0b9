import type { Chance } from '../../chance.ts'
import type { Kind } from '../kinds/kinds.ts'

/** The start of a line in the log of a program or a device that no catalogue describes; a keyword follows it. */
export function startOfLine({ isOfWindows }: Kind, chance: Chance): string {
  const user = chance.helpers.arrayElement(['anna.keller', 'ben.fischer', 'carla.rossi'])
  const host = `${chance.helpers.arrayElement(['web', 'app', 'db', 'edge'])}-${two(chance.number.int({ min: 1, max: 40 }))}`
  const number = chance.number.int({ min: 1_000, max: 65_000 })
  if (isOfWindows) return `Request ${number} of ${user} on ${host}:`
  const seconds = chance.number.int({ min: 0, max: 59 })
  return `2025-03-03T09:14:${two(seconds)}Z ${host} ${user} [${number}]:`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
