import type { Message } from '../../sources/index.ts'
import type { RunMessages } from './run-messages.ts'

/** What runs tell of parameter types, step definitions and hooks, each once, and how each run's ids are called there. */
export interface JoinedSupport {
  readonly messages: readonly Message[]
  /** For each run: from its own id to the one that is kept. */
  readonly names: readonly ReadonlyMap<string, string>[]
}

/** Joins what runs tell of the code behind the steps by its content; the first one's ids are kept. */
export function joinSupport(runs: readonly RunMessages[]): JoinedSupport {
  const kept = new Map<string, { readonly id: string; readonly message: Message }>()
  const names = runs.map((run) => {
    const namesOfRun = new Map<string, string>()
    const seen = new Map<string, number>()
    for (const message of run.messages) {
      const { parameterType, stepDefinition, hook } = message
      const told = parameterType ?? stepDefinition ?? hook
      if (told === undefined) continue
      const content = JSON.stringify({ ...message, [Object.keys(message)[0] ?? '']: { ...told, id: '' } })
      // Two hooks may stand on one line.
      const nth = (seen.get(content) ?? 0) + 1
      seen.set(content, nth)
      const known = kept.get(`${nth} ${content}`)
      if (known === undefined) kept.set(`${nth} ${content}`, { id: told.id, message })
      else namesOfRun.set(told.id, known.id)
    }
    return namesOfRun
  })
  return { messages: [...kept.values()].map(({ message }) => message), names }
}
