import { judge, type Rule, visibleText } from '../sigma/index.ts'
import { attachObservation } from './attach-observation.ts'
import { beginVerdict, type Judged, warn } from './judge-events.ts'
import { closedLine } from './known-gap.ts'
import { ruleBookOf, ruleNamed } from './rule-book.ts'
import { type ScenarioState, type ScenarioWorld, stateOf } from './scenario-state.ts'
import { VerdictError } from './verdict-error.ts'
import { unrealistic } from './verdict-warnings.ts'

/** On every event these rules have to fire, and no other of the project's. Leaves an observation of each rule named. */
export function exactlyTheseRulesFire(world: ScenarioWorld, names: readonly string[]): void {
  const book = ruleBookOf(stateOf(world).settings)
  const wanted = [...new Set(names.map((name) => ruleNamed(book, name)))]
  const state = beginVerdict(world)
  const firing = firingOn(state, book.rules)
  warn(world, unrealistic(numbered(state)))
  for (const rule of wanted) {
    attachObservation(
      world,
      rule,
      { kind: 'fires' },
      firing.every((rules) => rules.includes(rule)),
    )
  }
  settle(state, firing, wanted)
}

/** On no event may any rule of the project fire. */
export function noRuleFires(world: ScenarioWorld): void {
  const { rules } = ruleBookOf(stateOf(world).settings)
  const state = beginVerdict(world)
  warn(world, unrealistic(numbered(state)))
  settle(state, firingOn(state, rules), [])
}

/** The rules that fire on each event. */
function firingOn({ events }: ScenarioState, rules: readonly Rule[]): readonly (readonly Rule[])[] {
  return events.map((event) => rules.filter((rule) => judge(rule, event.fields).verdict.kind === 'fires'))
}

function settle(state: ScenarioState, firing: readonly (readonly Rule[])[], wanted: readonly Rule[]): void {
  const right = firing.filter((rules) => sameRules(rules, wanted)).length
  if (state.knownGap) {
    if (right > 0) throw new VerdictError(closedLine(right, firing.length, null))
  } else if (right < firing.length) {
    throw new VerdictError(wanted.length === 0 ? someFire(firing) : difference(firing, wanted))
  }
}

function sameRules(rules: readonly Rule[], wanted: readonly Rule[]): boolean {
  return rules.length === wanted.length && wanted.every((rule) => rules.includes(rule))
}

function someFire(firing: readonly (readonly Rule[])[]): string {
  const rules = [...new Set(firing.flat())]
  const subject = rules.length === 1 ? 'a rule fires' : `${rules.length} rules fire`
  return `${subject}: ${rules
    .map((rule) =>
      shown(
        rule,
        eventsWhere(firing, (each) => each.includes(rule)),
      ),
    )
    .join('; ')}`
}

function difference(firing: readonly (readonly Rule[])[], wanted: readonly Rule[]): string {
  const others = [...new Set(firing.flat())].filter((rule) => !wanted.includes(rule))
  const also = others.map((rule) =>
    shown(
      rule,
      eventsWhere(firing, (each) => each.includes(rule)),
    ),
  )
  const missing = wanted
    .map((rule) => ({ rule, on: eventsWhere(firing, (each) => !each.includes(rule)) }))
    .filter(({ on }) => on.length > 0)
    .map(({ rule, on }) => shown(rule, on))
  return [
    ...(also.length > 0 ? [`also fires: ${also.join(', ')}`] : []),
    ...(missing.length > 0 ? [`does not fire: ${missing.join(', ')}`] : []),
  ].join('; ')
}

function eventsWhere(
  firing: readonly (readonly Rule[])[],
  holds: (rules: readonly Rule[]) => boolean,
): readonly number[] {
  return firing.flatMap((rules, index) => (holds(rules) ? [index + 1] : []))
}

function shown(rule: Rule, events: readonly number[]): string {
  const which = `${events.length === 1 ? 'event' : 'events'} ${events.slice(0, 5).join(', ')}${events.length > 5 ? ', ...' : ''}`
  const author = rule.author === null ? '' : ` by ${visibleText(rule.author)}`
  return `"${visibleText(rule.title)}"${author} (${which})`
}

function numbered({ events }: ScenarioState): readonly Pick<Judged, 'event' | 'number'>[] {
  return events.map((event, index) => ({ event, number: index + 1 }))
}
