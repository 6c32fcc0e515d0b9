import { type Change, type RecipeStep, wordsForAccounts } from '../../generators/index.ts'
import type { Json } from '../../sigma/index.ts'
import { bareName, docString, quoted, table, valueText } from './table.ts'
import { oneLine, type WrittenStep } from './written-step.ts'

/** The words of a change after those for its field; null where the vocabulary has none. */
export type ChangeInWords<Kind extends Change['kind']> = (change: RecipeStep<Kind>) => WrittenStep | null

/** For each kind of change what is said of the field. */
export const changesInWords: { readonly [Kind in Change['kind']]: ChangeInWords<Kind> } = {
  set: ({ values }) => {
    const [value, ...others] = values
    if (value !== undefined && others.length === 0) return isValue(value)
    const cells = values.map(cellOf).filter((cell) => cell !== null)
    return cells.length < values.length || cells.length === 0 ? null : list('is each of:', cells)
  },
  account: ({ accounts }) => {
    const words = wordsForAccounts(accounts)
    if (words === null) return null
    return oneLine(`is ${words.account} in ${words.language ?? 'every Windows language'}`)
  },
  remove: () => oneLine('is absent'),
  inside: ({ networks }) => inNetworks('is inside', networks),
  outside: ({ networks }) => inNetworks('is just outside', networks),
  replace: ({ found, replacement }) => {
    const [wanted, other] = [inQuotes(found), inQuotes(replacement)]
    return wanted === null || other === null ? null : oneLine(`has ${other} instead of ${wanted}`)
  },
  shorten: ({ text }) => {
    const written = inQuotes(text)
    return written === null ? null : oneLine(`falls just short of ${written}`)
  },
  'letter-case': ({ letterCase }) => oneLine(`is in ${letterCase} case`),
}

/** The step for a field, with these words for what becomes of it. */
export function ofField(field: string, words: WrittenStep | null): WrittenStep | null {
  const name = bareName(field)
  return words === null || name === null ? null : { ...words, text: `its ${name} ${words.text}` }
}

function isValue(value: Json): WrittenStep | null {
  if (value === null || value === '') return oneLine(value === null ? 'is null' : 'is empty')
  if (typeof value !== 'string') {
    const bare = bareValue(value)
    return bare === null ? null : oneLine(`is ${bare}`)
  }
  const written = inQuotes(value)
  if (written !== null) return oneLine(`is ${written}`)
  return canBeDocString(value) ? { text: 'is:', below: docString(value) } : null
}

/** What Gherkin hands on as it is: it drops carriage returns, ends at a delimiter and takes backslashes off it. */
function canBeDocString(text: string): boolean {
  const isPlain = !/"""|\\"\\"\\"/.test(text) || !/^\s*```|\\`\\`\\`/m.test(text)
  return isPlain && !text.includes('\r')
}

/** A text of one line in quotes; null where it has both kinds or a line feed. */
function inQuotes(text: string): string | null {
  return text.includes('\n') ? null : quoted(text)
}

/** A number or a truth value as steps read it without quotes; null for anything else. */
function bareValue(value: Json): string | null {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && looksBare.test(String(value)) ? String(value) : null
}

const looksBare = /^(?:-?\d+(?:\.\d+)?|true|false)$/

function cellOf(value: Json): string | null {
  if (typeof value !== 'string') return bareValue(value)
  if (value.includes('\n')) return null
  return looksBare.test(value) ? `"${value}"` : valueText(value)
}

function inNetworks(words: string, networks: readonly string[]): WrittenStep | null {
  const [network, ...others] = networks
  if (network === undefined || networks.some((each) => each.includes('\n'))) return null
  if (others.length === 0 && /^[0-9A-Fa-f:.]+\/\d+$/.test(network)) return oneLine(`${words} ${network}`)
  return list(`${words} each of:`, networks.map(valueText))
}

function list(text: string, cells: readonly string[]): WrittenStep {
  return { text, below: table(cells.map((cell) => [cell])) }
}
