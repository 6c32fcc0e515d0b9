import type { Change, Recipe, RecipeKind, RecipeStep } from '../../generators/index.ts'
import { durationText } from './duration-text.ts'
import { changesInWords, ofField } from './written-change.ts'
import { composedInWords, type RulesInWords, solvedInWords, verbatimInWords } from './written-event.ts'
import { linesOf, oneLine, type WrittenStep } from './written-step.ts'

/** How a kind of step is said. */
interface Words<Kind extends RecipeKind> {
  readonly keyword: 'Given' | 'When'
  readonly inWords: (step: RecipeStep<Kind>, rules: RulesInWords) => WrittenStep | null
}

const change = { keyword: 'When', inWords: changeInWords } as const

const wordsOf: { readonly [Kind in RecipeKind]: Words<Kind> } = {
  solved: { keyword: 'Given', inWords: solvedInWords },
  composed: { keyword: 'Given', inWords: composedInWords },
  verbatim: { keyword: 'Given', inWords: verbatimInWords },
  pass: { keyword: 'When', inWords: passInWords },
  set: change,
  account: change,
  remove: change,
  inside: change,
  outside: change,
  replace: change,
  shorten: change,
  'letter-case': change,
}

/**
 * The step of the vocabulary that is read as this step of a recipe, but for its chance and what is alike, which follow from
 * its place and from the project. Null for what no step can say: a list or an object as a value, null or a text of several
 * lines among several values, a part of a second, several events as they are.
 */
export function stepInWords<Kind extends RecipeKind>(step: RecipeStep<Kind>, rules: RulesInWords): WrittenStep | null {
  return wordsOf[step.kind].inWords(step, rules)
}

/** The step of the vocabulary for a change. */
export function changeInWords<Kind extends Change['kind']>(change: RecipeStep<Kind>): WrittenStep | null {
  return ofField(change.field, changesInWords[change.kind](change))
}

/** The Givens and Whens of a scenario, as its lines; null where a step of it cannot be said. */
export function recipeInWords(
  { steps: played }: Recipe,
  rules: RulesInWords,
  indentation: string,
): readonly string[] | null {
  const written = played.map((step) => {
    const words = stepInWords(step, rules)
    return words === null ? null : linesOf(wordsOf[step.kind].keyword, words, indentation)
  })
  return written.includes(null) ? null : written.flatMap((lines) => lines ?? [])
}

function passInWords({ duration }: RecipeStep<'pass'>): WrittenStep | null {
  const text = durationText(duration)
  return text === null ? null : oneLine(`${text} ${text.startsWith('1 ') ? 'passes' : 'pass'}`)
}
