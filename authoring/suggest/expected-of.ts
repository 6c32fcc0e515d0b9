import { type Expectation, type Judgement, meets, mixedLevels, partsOf, type Rule } from '../../sigma/index.ts'

/** A list of more parts than this says less than that the rule is silent. */
const mostParts = 6

/**
 * What a scenario best says of this verdict: the filters that suppress; of a miss the fields that do not match, or the
 * search identifiers where those are fewer; silence alone where too much is missing. Null for a wrong log source.
 */
export function expectedOf(rule: Rule, judgement: Judgement): Expectation | null {
  const { verdict } = judgement
  switch (verdict.kind) {
    case 'fires':
      return { kind: 'fires' }
    case 'suppressed':
      return { kind: 'suppressed', filters: inOrder(rule, verdict.by) }
    case 'missed': {
      const { fields, identifiers } = verdict
      const byFewest =
        fields.length <= identifiers.length || isVague(judgement) ? [fields, identifiers] : [identifiers, fields]
      const named = byFewest
        .filter((parts) => parts.length > 0 && parts.length <= mostParts && mixedLevels(rule, parts) === null)
        .map((parts): Expectation => ({ kind: 'silent-because', parts: inOrder(rule, parts) }))
        // A field that is called like an identifier is taken for it.
        .find((expected) => meets(rule, judgement, expected))
      return named ?? { kind: 'silent' }
    }
    case 'wrong-log-source':
      return null
  }
}

/** An identifier named this far from firing would be vacuous. */
function isVague({ distance }: Judgement): boolean {
  return distance === 'far' || distance > 1
}

function inOrder(rule: Rule, names: readonly string[]): readonly string[] {
  const { identifiers, fields } = partsOf(rule)
  const known = [...new Set([...identifiers, ...fields])].filter((name) => names.includes(name))
  return [...known, ...names.filter((name) => !known.includes(name))]
}
