import type {
  JudgedCorrelationObservation,
  JudgedDetectionObservation,
  JudgedObservation,
} from '../../measures/index.ts'
import type { Fields } from '../../sigma/index.ts'
import type { MatchReport, ObservationReport } from '../document/report.ts'

/** An observation as the document holds it: its events by hash, its verdicts as judged again. */
export function observationReport(judged: JudgedObservation, hashOf: (fields: Fields) => string): ObservationReport {
  const { rule, held, knownGap, recipe, scenario } = judged.observation
  const { counted, circular, vacuous } = judged
  const common = {
    rule,
    uri: scenario.uri,
    line: scenario.line,
    step: { line: scenario.stepLine, text: scenario.stepText },
    held,
    knownGap: knownGap !== null,
    counted,
    circular,
    vacuous,
    recipe,
  }
  switch (judged.kind) {
    case 'detection':
      return { kind: judged.kind, ...common, expected: judged.expected, events: eventsOf(judged, hashOf) }
    case 'correlation': {
      const events = judged.events.map(({ fields, stated, time }) => ({ event: hashOf(fields), stated, time }))
      return { kind: judged.kind, ...common, expected: judged.expected, events, matches: matchesOf(judged) }
    }
  }
}

function eventsOf({ events }: JudgedDetectionObservation, hashOf: (fields: Fields) => string) {
  return events.map(({ event, verdict, distance }) => ({
    event: hashOf(event.fields),
    stated: event.stated,
    verdict,
    distance,
  }))
}

function matchesOf({ correlation, judgement }: JudgedCorrelationObservation): readonly MatchReport[] {
  const groupOf = new Map(judgement.groups.flatMap((group) => group.matches.map((match) => [match, group] as const)))
  return judgement.matches.map((match) => {
    const counted = groupOf.get(match)?.occurrences.slice(match.window.from, match.window.to) ?? []
    return {
      time: match.time,
      group: correlation.groupBy.map(({ field }, at) => ({ field, text: match.group[at] ?? '' })),
      events: [...new Set(counted.map(({ event }) => event))],
    }
  })
}
