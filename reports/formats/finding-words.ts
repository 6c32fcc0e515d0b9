import type { RuleKey } from '../../sigma/index.ts'
import type { Finding, ScenarioStatus } from '../document/report.ts'

/** What each kind of finding is called. */
export const findingLabels: Readonly<Record<Finding['kind'], string>> = {
  'unreadable-rule': 'cannot be read',
  'closed-gap': 'gap closed',
  'failed-scenario': 'failed',
  'rule-without-scenario': 'no scenario',
  impossible: 'impossible',
  'impossible-here': 'not here',
  uncovered: 'uncovered',
  circular: 'circular',
  vacuous: 'vacuous',
  misread: 'misread',
  unrealistic: 'unrealistic',
  'known-gap': 'known gap',
  'skipped-scenario': 'not run',
  'unread-scenario': 'unread',
  'never-fires': 'never fires',
  'never-fires-here': 'never here',
  'never-fires-allowed': 'never fires',
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
      return finding.status === 'failed' ? finding.name : `${finding.name} (${statusWords[finding.status]})`
    case 'unread-scenario':
      return finding.name
    case 'never-fires':
      return `this rule can never fire: ${finding.reason}. Mend it, or say under neverFires in the configuration why it may`
    case 'never-fires-here':
      return `only an event with fields that its log source does not have makes it fire: ${finding.reason}`
    case 'never-fires-allowed':
      return `this rule can never fire: ${finding.reason}. Allowed: ${finding.because ?? ''}`
    case 'skipped-scenario':
      return `${finding.name}: ${finding.reason}`
    case 'rule-without-scenario':
      return ''
    case 'uncovered':
      return finding.unknown === null
        ? finding.text
        : `${finding.text} (whether it can be is unknown: gave up ${finding.unknown})`
    case 'impossible':
    case 'impossible-here':
      return `${finding.text}: ${finding.reason}`
    case 'circular':
    case 'vacuous':
      return finding.name
    case 'misread':
      return finding.text
    case 'unrealistic':
      return `${finding.name} (${[...new Set(finding.breaches.map((breach) => breach.fact))].join(', ')})`
  }
}

/** What came of a scenario that did not pass; `skipped` says what to do where it was meant. */
const statusWords: Readonly<Record<ScenarioStatus, string>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped; if that is meant, tag it @skip and say why in its description',
  pending: 'pending',
  undefined: 'undefined',
  ambiguous: 'ambiguous',
  unknown: 'ended without a verdict',
  'not-run': 'not run',
}

/** The rules a finding is about; none for one about a file or a scenario as such. */
function rulesConcerned(finding: Finding): readonly RuleKey[] {
  switch (finding.kind) {
    case 'rule-without-scenario':
    case 'impossible':
    case 'impossible-here':
    case 'uncovered':
    case 'circular':
    case 'vacuous':
    case 'never-fires':
    case 'never-fires-here':
    case 'never-fires-allowed':
      return [finding.rule]
    case 'closed-gap':
    case 'known-gap':
    case 'unrealistic':
    case 'unread-scenario':
      return finding.rules
    case 'unreadable-rule':
    case 'failed-scenario':
    case 'skipped-scenario':
    case 'misread':
      return []
  }
}

/** The findings of each rule; under null those of none. */
export function findingsByRule(findings: readonly Finding[]): ReadonlyMap<RuleKey | null, readonly Finding[]> {
  const byRule = new Map<RuleKey | null, Finding[]>()
  for (const finding of findings) {
    const rules = rulesConcerned(finding)
    for (const rule of rules.length === 0 ? [null] : rules) listIn(byRule, rule).push(finding)
  }
  return byRule
}

function listIn(byRule: Map<RuleKey | null, Finding[]>, rule: RuleKey | null): Finding[] {
  const list = byRule.get(rule) ?? []
  byRule.set(rule, list)
  return list
}
