import type { Suggestion } from '../../measures/index.ts'
import { changeInWords } from './recipe-in-words.ts'
import type { StatedField } from './stated.ts'
import { eventAround, eventAsIs } from './written-event.ts'
import { linesOf } from './written-step.ts'

/** The lines of the steps that make the event, with what it states as it is to stand there. */
export function givenSteps(
  { event, eventName, changes }: Suggestion,
  stated: readonly StatedField[],
  indentation: string,
): readonly string[] {
  const [first] = event.kind === 'verbatim' ? event.events : []
  const made = first === undefined ? eventAround(eventName ?? '', stated) : eventAsIs(stated, first)
  return [
    ...linesOf('Given', made, indentation),
    ...changes.flatMap((change) => {
      const words = changeInWords(change)
      if (words === null) throw new TypeError(`no step says ${JSON.stringify(change)}`)
      return linesOf('And', words, indentation)
    }),
  ]
}
