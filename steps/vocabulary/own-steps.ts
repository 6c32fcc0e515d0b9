import { patterns } from '../patterns.ts'
import { isParameterName, type Parameter, parameters } from './parameters.ts'

/** Whether a step's text is hardly other than one that our vocabulary reads, or names a rule. */
export function isOwnStep(text: string): boolean {
  return /(?:^|\s)the rule\s+["']/i.test(text) || outlines.some((expression) => expression.test(text))
}

/** Whether a step's text is one that our vocabulary reads. */
export function isReadAsOurs(text: string): boolean {
  return expressions.some((expression) => expression.test(text))
}

type Spelling = Pick<Parameter<unknown>, 'regexp' | 'outline'>

const outlines = expressionsBy(({ outline }) => outline)
const expressions = expressionsBy(({ regexp }) => regexp?.source ?? String.raw`-?\d+`)

function expressionsBy(spelled: (parameter: Spelling) => string): readonly RegExp[] {
  return patterns.map(({ pattern }) => {
    const parts = pattern.match(/\{[^}]*\}|\([^)]*\)|[^{(]+/g) ?? []
    const sources = parts.map((part) => {
      const name = part.slice(1, -1)
      if (part.startsWith('{') && isParameterName(name)) return `(?:${spelled(parameters[name])})`
      return part.startsWith('(') ? `(?:${name})?` : part
    })
    return new RegExp(`^${sources.join('')}$`)
  })
}
