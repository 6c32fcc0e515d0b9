import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chanceOf } from '../../../../generators/chance.ts'
import { filledEvent } from '../../../../generators/host/fill-event.ts'
import { hostOf } from '../../../../generators/host/machine/profile.ts'
import { facts } from '../../../../generators/index.ts'
import { kindsFor } from '../../../../generators/solver/kinds/kinds.ts'
import { sourceDomain } from '../../../../generators/solver/kinds/source-domain.ts'
import { decideField } from '../../../../generators/solver/theory/decide-field.ts'
import { type Domain, holdsValue } from '../../../../generators/solver/theory/domain.ts'
import { isMet } from '../../../../generators/solver/theory/literal.ts'
import { fc, manyRuns } from '../../../fast-check.ts'
import { ruleWith } from '../../rules.ts'
import { leafUnder } from '../theory/leaves.ts'

const budget = { steps: 50_000, rounds: 40 }

function kindOf(category: string) {
  const [kind] = kindsFor([ruleWith('  s:\n    Image: a\n  condition: s', category)], { kind: 'fires' })
  if (kind === undefined) throw new Error(`no kind of event for ${category}`)
  return kind
}

const connection = kindOf('network_connection')

describe('what a field can hold in an event of Sysmon', () => {
  it('holds whatever a realistic event has', () => {
    const categories = [
      'process_creation',
      'network_connection',
      'image_load',
      'registry_set',
      'dns_query',
      'file_event',
      'process_access',
    ]
    const host = hostOf('test')
    for (const category of categories) {
      const kind = kindOf(category)
      assert.ok(kind.event !== null)
      for (let index = 0; index < 25; index += 1) {
        const fields = filledEvent(kind.event, {}, host, chanceOf('test', category, index))
        for (const [name, value] of Object.entries(fields)) {
          for (const certainty of ['always', 'usual'] as const) {
            const domain = sourceDomain(kind, name, certainty)
            assert.ok(
              value === null || holdsValue(domain, value),
              `${category} ${name} ${JSON.stringify(value)}: ${domain.why}`,
            )
          }
        }
      }
    }
  })

  const decided: readonly (readonly [string, string, readonly (readonly [string, string, boolean])[], string])[] = [
    ['an address that is never abbreviated', 'SourceIp', [['SourceIp', "'::1'", true]], 'impossible'],
    ['an address as Sysmon spells it', 'SourceIp', [['SourceIp', "'0:0:0:0:0:0:0:1'", true]], 'value'],
    [
      'the start of an address',
      'DestinationIp',
      [
        ['DestinationIp|startswith', "'fe8'", true],
        ['DestinationIp|cidr', "'fe80::/10'", true],
      ],
      'value',
    ],
    [
      'a start outside of the network',
      'DestinationIp',
      [
        ['DestinationIp|startswith', "'fd'", true],
        ['DestinationIp|cidr', "'fe80::/10'", true],
      ],
      'impossible',
    ],
    [
      'an IPv6 network without a colon',
      'DestinationIp',
      [
        ['DestinationIp|cidr', "'fe80::/10'", true],
        ['DestinationIp|contains', "':'", false],
      ],
      'impossible',
    ],
    [
      'a network without its two halves',
      'DestinationIp',
      [
        ['DestinationIp|cidr', "'10.0.0.0/8'", true],
        ['DestinationIp|cidr', "'10.0.0.0/9'", false],
        ['DestinationIp|cidr', "'10.128.0.0/9'", false],
      ],
      'impossible',
    ],
    ['a port beyond the last', 'DestinationPort', [['DestinationPort|gt', '65535', true]], 'impossible'],
    ['the last port', 'DestinationPort', [['DestinationPort|gt', '65534', true]], 'value'],
    [
      'a port that ends in 4443 and is below 4443',
      'DestinationPort',
      [
        ['DestinationPort|endswith', "'4443'", true],
        ['DestinationPort|lt', '4443', true],
      ],
      'impossible',
    ],
    [
      'a port that ends in 4443 and is above 4443',
      'DestinationPort',
      [
        ['DestinationPort|endswith', "'4443'", true],
        ['DestinationPort|gt', '4443', true],
      ],
      'value',
    ],
    [
      'a flag that is neither',
      'Initiated',
      [
        ['Initiated', "'true'", false],
        ['Initiated', 'false', false],
      ],
      'impossible',
    ],
    ['a field that the event lacks', 'CommandLine', [['CommandLine', "'*'", true]], 'impossible'],
    ['a field that the event lacks, absent', 'CommandLine', [['CommandLine', 'null', true]], 'absent'],
    ['a null address', 'SourceIp', [['SourceIp', 'null', true]], 'impossible'],
  ]
  for (const [what, field, wanted, kind] of decided) {
    it(`decides ${what}: ${kind}`, () => {
      const literals = wanted.map(([key, value, matched]) => ({ leaf: leafUnder(key, value), matched }))
      const domain = sourceDomain(connection, field)
      const decision = decideField({ field, literals, domain, budget, chance: null })
      assert.equal(decision.kind, kind, JSON.stringify(decision))
      if (decision.kind === 'value') {
        assert.ok(literals.every((literal) => isMet(literal, { [field]: decision.value })))
        assert.ok(holdsValue(domain, decision.value))
      }
    })
  }

  it('decides a port as trying every port does', () => {
    const domain: Domain = sourceDomain(connection, 'DestinationPort')
    const key = fc.constantFrom(
      'DestinationPort',
      'DestinationPort|gt',
      'DestinationPort|lte',
      'DestinationPort|endswith',
      'DestinationPort|startswith',
      'DestinationPort|contains',
      'DestinationPort|re',
    )
    const leaf = fc
      .tuple(key, fc.constantFrom('4', '44', '443', '5985', '60000', '65535', '70000'))
      .map(([name, value]) => leafUnder(name, /gt|lte/.test(name) ? value : `'${value}'`))
    const literals = fc.array(fc.record({ leaf, matched: fc.boolean() }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(literals, (wanted) => {
        const decision = decideField({ field: 'DestinationPort', literals: wanted, domain, budget, chance: null })
        const ports = Array.from({ length: 65_536 }, (_, port) => port)
        const found = ports.some((DestinationPort) => wanted.every((literal) => isMet(literal, { DestinationPort })))
        assert.equal(decision.kind, found ? 'value' : 'impossible')
      }),
      { numRuns: manyRuns(40) },
    )
  })

  it('rests on facts that the catalogue still has', () => {
    for (const name of ['address-spelling', 'percent-doubled', 'ipv6-source', 'ipv6-destination', 'ipv6-same-family']) {
      assert.ok(
        facts.some((fact) => fact.name === name),
        name,
      )
    }
  })
})
