import { visibleText } from '../../sigma/index.ts'
import { MergeError, placeIn } from './merge-error.ts'
import { idsGiven, idsNamed } from './message-ids.ts'
import type { RunMessages } from './run-messages.ts'

/**
 * Holds a file to be one whole run of cucumber-js: it begins and ends once, and every message speaks of what others
 * before it told. Throws a {@link MergeError} with file and line.
 */
export function checkRun(run: RunMessages): void {
  const { messages } = run
  const given = new Set<string>()
  let runs = 0
  let isOver = false
  for (const [index, message] of messages.entries()) {
    const wrong = (what: string): MergeError => new MergeError('unreadable', `${placeIn(run, index)}: ${what}`)
    const { meta, parseError, testRunStarted, testRunFinished } = message
    if (meta && meta.implementation.name !== 'cucumber-js') {
      throw wrong(`written by ${visibleText(meta.implementation.name)}, not by cucumber-js`)
    }
    if (parseError) throw wrong(`a feature could not be read, and nothing ran: ${visibleText(parseError.message)}`)
    if (isOver) throw wrong('another run begins; each needs a file of its own')
    if (testRunStarted) runs += 1
    if (runs > 1) throw wrong('another run begins before the first ended')
    for (const id of idsNamed(message)) {
      if (!given.has(id))
        throw wrong(`${kindOf(message)} speaks of "${visibleText(id)}", of which nothing is told before`)
    }
    for (const id of idsGiven(message)) {
      if (given.has(id)) throw wrong(`${kindOf(message)} has the id "${visibleText(id)}", which is taken`)
      given.add(id)
    }
    if (testRunFinished) isOver = true
  }
  if (!messages.some((message) => message.meta)) {
    throw new MergeError('unreadable', `${placeIn(run, 0)}: nothing says which Cucumber wrote it`)
  }
  if (!isOver) {
    const last = placeIn(run, messages.length - 1)
    throw new MergeError('unreadable', `${last}: the file ends before its run does; run that shard again`)
  }
}

function kindOf(message: object): string {
  return Object.keys(message)[0] ?? ''
}
