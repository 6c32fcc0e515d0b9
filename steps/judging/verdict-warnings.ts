import type { MadeEvent } from '../../generators/index.ts'
import { isCircular, isVacuous, type ObservedEvent } from '../../measures/index.ts'
import { type Expectation, partsOf, type Rule, visibleText } from '../../sigma/index.ts'
import type { JudgedMadeEvent } from './judge-events.ts'

/** What is doubtful about a verdict though it may hold: unrealistic events, a vacuous silence, a circular event, a name with two meanings. */
export function warningsAbout(
  rule: Rule,
  judged: readonly JudgedMadeEvent[],
  expectation: Expectation,
  knownGap: boolean,
): readonly string[] {
  const title = `"${visibleText(rule.title)}"`
  return [
    ...unrealistic(judged),
    ...ambiguous(rule, expectation).map(
      (name) => `${title} has a search identifier and a field called ${visibleText(name)}; the identifier is meant`,
    ),
    ...(!knownGap &&
    isVacuous(
      rule,
      expectation,
      judged.map(({ judgement }) => judgement.distance),
    )
      ? [`vacuous: ${title} is more than one value away from firing on every event, so its silence tests little`]
      : []),
    ...(!knownGap && judged.every(({ event }) => isCircular(rule, observed(rule, event)))
      ? [
          `circular: the events were solved for ${title} and the scenario states no field it reads, so this covers nothing`,
        ]
      : []),
  ]
}

/** One line for each fact or format that some event breaks. */
export function unrealistic(judged: readonly Pick<JudgedMadeEvent, 'event' | 'number'>[]): readonly string[] {
  const broken = new Map<string, number[]>()
  for (const { event, number } of judged) {
    for (const breach of event.breaches) {
      const text = `${visibleText(breach.field)}: ${visibleText(breach.message)}`
      broken.set(text, [...(broken.get(text) ?? []), number])
    }
  }
  return [...broken].map(([text, numbers]) => {
    const which =
      judged.length === 1 ? '' : `event ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ', ...' : ''}: `
    return `unrealistic: ${which}${text}`
  })
}

/** Names in an assertion that are a search identifier's and a field's at once. */
function ambiguous(rule: Rule, expectation: Expectation): readonly string[] {
  const { identifiers, fields } = partsOf(rule)
  return statedParts(expectation).filter((name) => identifiers.includes(name) && fields.includes(name))
}

/** The parts that may as well be fields. */
function statedParts(expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case 'fires-via':
      return [expectation.part]
    case 'silent-because':
      return expectation.parts
    case 'fires':
    case 'fires-times':
    case 'silent':
    case 'suppressed':
    case 'wrong-log-source':
      return []
  }
}

function observed(rule: Rule, { origin, fields, solvedFor, stated, breaches, time }: MadeEvent): ObservedEvent {
  return { origin, fields, stated: solvedFor.includes(rule.key) ? stated : 'every', breaches, time }
}
