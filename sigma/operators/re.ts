import { rolesOf } from '../compile/field-key.ts'
import type { AskedValue } from '../events/asked-event.ts'
import { badRegex, namedGroup, placeholderWithoutValue, tooManyAlternatives } from '../problems/modifier.ts'
import type { Regex } from '../rule/predicate.ts'
import { expandText } from '../values/placeholders.ts'
import { parseRegex, regexFinds } from '../values/regex.ts'
import { type OperatorDefinition, someValue } from './definition.ts'
import { alternativeLimit } from './text-transforms.ts'

/** `re`: a regular expression found anywhere in a text. */
export const re: OperatorDefinition<'re'> = {
  lead: { values: 'text', companions: ['flag', 'expand', 'list'], notAfter: 'any', needsField: false },
  compile: ({ text, span }, key, { placeholders, report }) => {
    const expands = rolesOf(key, 'expand').length > 0
    const texts = expands ? expandText(text, placeholders, alternativeLimit) : [text]
    if ('kind' in texts) {
      return texts.kind === 'no-value'
        ? placeholderWithoutValue(span, texts.name)
        : tooManyAlternatives(span, 'expand', alternativeLimit)
    }
    const given = new Set(rolesOf(key, 'flag').map(({ flag }) => flag))
    const flags = {
      ignoreCase: given.has('ignoreCase'),
      multiline: given.has('multiline'),
      dotAll: given.has('dotAll'),
    }
    const alternatives: Regex[] = []
    for (const each of texts) {
      const parsed = parseRegex(each, flags)
      if (typeof parsed === 'string') return badRegex(span, key.text, parsed)
      if (parsed.namesGroup) report(namedGroup(span, key.text))
      alternatives.push(parsed.regex)
    }
    return { operator: 're', alternatives }
  },
  asks: ({ alternatives }) => someValue((value) => isFound(alternatives, value)),
  misses: ({ alternatives }, { values }) => {
    const anyCase = alternatives.map(ignoringCase)
    return values.some((value) => isFound(anyCase, value)) ? 'case-differs' : 'value-differs'
  },
}

function isFound(regexes: readonly Regex[], { text }: AskedValue): boolean {
  return text !== null && regexes.some((regex) => regexFinds(regex, text))
}

const insensitive = new WeakMap<Regex, Regex>()

/** One object for each expression, so that it is compiled once. */
function ignoringCase(regex: Regex): Regex {
  const known = insensitive.get(regex)
  if (known !== undefined) return known
  const made = { ...regex, ignoreCase: true }
  insensitive.set(regex, made)
  return made
}
