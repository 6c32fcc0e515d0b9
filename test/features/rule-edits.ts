import ipaddr from 'ipaddr.js'
import { type Key, type Leaf, nodesOf, positionOf, type Rule } from '../../sigma/index.ts'

/** One thing broken by hand in a rule file. */
export interface RuleEdit {
  readonly rule: Rule
  /** For people: `DestinationPort: 5985 -> 59850`. */
  readonly label: string
  readonly text: string
  /** Names of which the failure has to show at least one. */
  readonly names: readonly string[]
}

/** Every value changed in each way that suits it and taken out, every filter taken out, the log source changed. */
export function editsOf(rule: Rule): readonly RuleEdit[] {
  return [...valueEdits(rule), ...filterEdits(rule), ...logSourceEdits(rule)]
}

/** Another category, product or service; or none, where the rule names a product beside it. */
function logSourceEdits(rule: Rule): readonly RuleEdit[] {
  const { text } = rule.source
  const edits = [
    ['category', /^( +category:) .*$/m, '$1 ps_script'],
    ['product', /^( +product:) .*$/m, '$1 linux'],
    ['service', /^( +service:) .*$/m, '$1 security'],
    ['without service', /^ +service: .*\n/m, ''],
  ] as const
  return edits
    .filter(([, pattern]) => pattern.test(text))
    .map(([label, pattern, replacement]) => ({
      rule,
      label: `logsource: ${label}`,
      text: text.replace(pattern, replacement),
      names: ['log source', 'has no field'],
    }))
}

function valueEdits(rule: Rule): readonly RuleEdit[] {
  return rule.identifiers.flatMap((identifier) => {
    const nodes = [...nodesOf(identifier.predicate)]
    return nodes
      .filter((node) => node.kind === 'key')
      .flatMap((key) =>
        key.children.flatMap((leaf) => {
          const at = `${identifier.name}/${leaf.field}`
          const names = [leaf.field ?? identifier.name, identifier.name]
          const changes = changesOf(leaf).map((value) => ({
            rule,
            label: `${at}: ${leaf.written} -> ${value}`,
            text: spliced(rule, leaf.span.start, leaf.span.end, `'${value}'`),
            names,
          }))
          return [
            ...changes,
            { rule, label: `${at}: without ${leaf.written}`, text: withoutLeaf(rule, key, leaf), names },
          ]
        }),
      )
  })
}

/** The value a little longer, a little shorter at either end, or the other boolean. */
function changesOf({ written, test }: Leaf): readonly string[] {
  if (written === 'true' || written === 'false') return [written === 'true' ? 'false' : 'true']
  if (test.operator === 'cidr') {
    const [address = '', bits = ''] = written.split('/')
    const narrower = Number(bits) + 1
    const full = test.network.family === 'ipv4' ? 32 : 128
    return [...(narrower > full ? [] : [`${address}/${narrower}`]), widened(address, Number(bits) - 1)]
  }
  const shorter = written.length > 1 ? [written.slice(1), written.slice(0, -1)] : []
  return [`${written}0`, ...shorter]
}

/** The network with one bit less, its host bits cleared. */
function widened(address: string, bits: number): string {
  const family = address.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4
  return `${family.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
}

/** The list without this value; the key goes with its only value. */
function withoutLeaf(rule: Rule, key: Key, leaf: Leaf): string {
  const { start, end } = key.children.length === 1 ? key.span : leaf.span
  return withoutLines(rule, start, end)
}

function filterEdits(rule: Rule): readonly RuleEdit[] {
  const { text } = rule.source
  const names = rule.identifiers.map(({ name }) => name)
  return rule.identifiers
    .filter(({ role }) => role === 'filter')
    .flatMap((filter) => {
      const condition = conditionWithout(names, rule, filter.name)
      return [
        {
          rule,
          label: `${filter.name}: out of the condition`,
          text: text.replace(/^( +)condition: .*$/m, `$1condition: ${condition}`),
          names: [filter.name],
        },
        {
          rule,
          label: `${filter.name}: out of the rule`,
          text: withoutLines(rule, filter.span.start, filter.span.end),
          // A pattern of the condition that now names nothing makes the rule unreadable, and is named instead.
          names: [filter.name, ...(filter.name.match(/^filter_[a-z]+_/) ?? [])],
        },
      ]
    })
}

/** The rule's condition spelt out, without one of its filters. */
function conditionWithout(names: readonly string[], rule: Rule, filter: string): string {
  const wanted = rule.identifiers.filter(({ role }) => role === 'selection').map(({ name }) => name)
  const others = names.filter((name) => !wanted.includes(name) && name !== filter)
  return [...wanted, ...others.map((name) => `not ${name}`)].join(' and ')
}

function withoutLines(rule: Rule, start: number, end: number): string {
  const lines = rule.source.text.split('\n')
  const first = positionOf(rule.source, start).line
  const last = positionOf(rule.source, Math.max(start, end - 1)).line
  return [...lines.slice(0, first - 1), ...lines.slice(last)].join('\n')
}

function spliced(rule: Rule, start: number, end: number, replacement: string): string {
  return rule.source.text.slice(0, start) + replacement + rule.source.text.slice(end)
}
