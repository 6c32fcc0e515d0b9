import type { RuleKey } from '../../sigma/index.ts'
import type { Finding } from '../report.ts'

/** What each kind of finding is called. */
export const findingLabels: Readonly<Record<Finding['kind'], string>> = {
  'unreadable-rule': 'cannot be read',
  'closed-gap': 'gap closed',
  'failed-scenario': 'failed',
  'rule-without-scenario': 'no scenario',
  uncovered: 'uncovered',
  circular: 'circular',
  vacuous: 'vacuous',
  unrealistic: 'unrealistic',
  'known-gap': 'known gap',
}

/** What a finding says beside its kind and place, as written by the rule's and the feature's authors: not yet safe to show. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'unreadable-rule':
      return `${finding.message} [${finding.code}]`
    case 'closed-gap':
    case 'known-gap':
      return finding.examples.length === 0 ? finding.name : `${finding.name}: ${finding.examples.join('; ')}`
    case 'failed-scenario':
      return finding.status === 'failed' ? finding.name : `${finding.name} (${finding.status})`
    case 'rule-without-scenario':
      return ''
    case 'uncovered':
      return finding.text
    case 'circular':
    case 'vacuous':
      return finding.name
    case 'unrealistic':
      return `${finding.name} (${[...new Set(finding.breaches.map((breach) => breach.fact))].join(', ')})`
  }
}

/** The rules a finding is about; none for one about a file or a scenario as such. */
export function rulesConcerned(finding: Finding): readonly RuleKey[] {
  switch (finding.kind) {
    case 'rule-without-scenario':
    case 'uncovered':
    case 'circular':
    case 'vacuous':
      return [finding.rule]
    case 'closed-gap':
    case 'known-gap':
    case 'unrealistic':
      return finding.rules
    case 'unreadable-rule':
    case 'failed-scenario':
      return []
  }
}
