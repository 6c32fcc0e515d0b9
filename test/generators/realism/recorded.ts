import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Event, flattenEvent } from '../../../sigma/index.ts'

/** An event with where it comes from, for messages. */
export interface Placed extends Event {
  readonly where: string
}

/** The recorded events of a folder whose files have names of this form, in file order. */
export function recordedEvents(folder: string, names: RegExp): readonly Placed[] {
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
      return lines.flatMap((line, index) =>
        line === '' ? [] : [{ where: `${name}:${index + 1}`, ...flattenEvent(JSON.parse(line)) }],
      )
    })
}

/** Two halves of the events, drawn by a seed: to learn from, and to judge. */
export function halves(
  events: readonly Placed[],
  seed: string,
): { readonly learned: readonly Placed[]; readonly kept: readonly Placed[] } {
  const isLearned = ({ where }: Placed) => hash('sha256', `${seed} ${where}`, 'buffer').readUInt8(0) % 2 === 0
  return { learned: events.filter(isLearned), kept: events.filter((event) => !isLearned(event)) }
}
