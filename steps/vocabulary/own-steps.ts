import { stepPatterns } from './step-patterns.ts'

/** How parameters look as far as it takes to tell our steps from others; those that are not named here are anything. */
const parameters: Readonly<Record<string, string>> = {
  '{rule}': `["'].+["']`,
  '{the rule}': `the rule(?: ["'].+["'])?`,
  '{int}': String.raw`\d+`,
  '{duration}': String.raw`\d+ \w+`,
  '{some events}': String.raw`(?:an event|\d+ events)`,
}

const expressions: readonly RegExp[] = stepPatterns.map(({ pattern }) => {
  const parts = pattern.match(/\{[^}]*\}|\([^)]*\)|[^{(]+/g) ?? []
  return new RegExp(`^${parts.map(expressionOf).join('')}$`)
})

function expressionOf(part: string): string {
  if (part.startsWith('{')) return parameters[part] ?? '.+'
  return part.startsWith('(') ? `(?:${part.slice(1, -1)})?` : part
}

/** Whether a step's text is one that our vocabulary reads, or names a rule. */
export function isOwnStep(text: string): boolean {
  return /(?:^|\s)the rule\s+["']/i.test(text) || expressions.some((expression) => expression.test(text))
}
