import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chanceOf } from '../../../../generators/chance.ts'
import {
  acceptsText,
  findText,
  type Machine,
  machineOf,
  multiplesUpTo,
  noText,
  numeralsBetween,
  programOf,
  type Shape,
  shapeOfExpression,
  shapeOfPattern,
  spelledIn,
} from '../../../../generators/solver/language/index.ts'
import { alikeInExpression, alikeInSigma } from '../../../../generators/solver/language/letter-case.ts'
import { spelledAddress } from '../../../../generators/values/address.ts'
import { fold, type Leaf, leafMatches, networkContains, networkOf, parsePattern } from '../../../../sigma/index.ts'
import { textTestOf } from '../../../../sigma/values/text-test.ts'
import { fc, manyRuns } from '../../../fast-check.ts'
import { leafUnder } from '../theory/leaves.ts'

function machine(shape: Shape | null): Machine {
  const program = shape === null ? null : programOf(shape, 20_000)
  if (program === null) throw new Error('no program')
  return machineOf(program)
}

function expressionMachine(leaf: Leaf): Machine {
  assert.ok(leaf.test.operator === 're')
  const [regex] = leaf.test.alternatives
  assert.ok(regex !== undefined)
  return machine(shapeOfExpression(regex))
}

describe('the shape of a pattern', () => {
  it('accepts what the evaluator matches', () => {
    const pattern = fc.stringMatching(/^[abK*?\u03c3\u{1f600}]{0,5}$/u)
    const text = fc.stringMatching(/^[abAkK\u03c3\u03c2\u03a3\u212a\u{1f600}\n]{0,5}$/u)
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (written, candidate, cased) => {
        const parsed = parsePattern(written)
        assert.equal(
          acceptsText(machine(shapeOfPattern(parsed, cased)), candidate),
          textTestOf(parsed, cased)(cased ? candidate : fold(candidate)),
        )
      }),
      { numRuns: manyRuns(1_000) },
    )
  })

  it('folds every letter as the evaluator does', () => {
    for (let point = 0; point < 0x20000; point += 7) {
      if (point >= 0xd800 && point < 0xe000) continue
      const char = String.fromCodePoint(point)
      for (const [first, last] of alikeInSigma(char)) {
        for (let other = first; other <= last; other += 1) {
          assert.equal(fold(String.fromCodePoint(other)), fold(char))
        }
      }
    }
    assert.deepEqual(alikeInSigma('k'), [
      [0x4b, 0x4b],
      [0x6b, 0x6b],
      [0x212a, 0x212a],
    ])
  })
})

describe('the shape of an expression', () => {
  const expressions = [
    '^a+$',
    'a|b1',
    '^(?:a|b){2,3}$',
    'a{0}b',
    '(a*)*b',
    '^$',
    'a$',
    '^a|b$',
    '\\bb\\b',
    '\\Ba',
    '[^ab]',
    '[a-b1]{2}',
    '[]a]',
    '[^]a]',
    '[\\w-]',
    '[a\\-b]',
    '[[:digit:]a]',
    '\\d\\W',
    '\\s',
    '.',
    '^.$',
    'a.b',
    '\\x61\\x{62}',
    '\\Aa\\z',
    'a\\Z',
    '(?i)^AB?$',
    '(?s)a.b',
    '(?m)^a$',
    '(?im)^B.?$',
    'a??b',
    '\\.',
    'a{,2}',
    '(?P<x>a)b',
    '\\0',
    '(?i)[k-s]',
  ]
  for (const written of expressions) {
    it(`accepts where the engine finds ${written}`, () => {
      const leaf = leafUnder('F|re', `'${written}'`)
      const made = expressionMachine(leaf)
      fc.assert(
        fc.property(fc.stringMatching(/^[abAB1_ .\n\u212a\u017fKs-]{0,5}$/), (text) => {
          assert.equal(acceptsText(made, text), leafMatches(leaf, { F: text }), JSON.stringify(text))
        }),
        { numRuns: manyRuns(400) },
      )
    })
  }

  it('is not read where the engine knows more', () => {
    const regex = { pattern: '\\pL', ignoreCase: false, multiline: false, dotAll: false }
    assert.equal(shapeOfExpression(regex), null)
  })

  it('is not read where something goes on after an end, which hangs on the line feeds of the text', () => {
    for (const pattern of ['$^', 'a$\\n', '(a$|b)c', 'a\\Zb']) {
      const regex = { pattern, ignoreCase: false, multiline: false, dotAll: false }
      assert.equal(shapeOfExpression(regex), null, pattern)
      assert.notEqual(shapeOfExpression({ ...regex, multiline: true }), null, pattern)
    }
    assert.notEqual(shapeOfExpression({ pattern: '(a$|b)', ignoreCase: false, multiline: false, dotAll: false }), null)
  })

  it('takes the same characters for one letter as the engine', () => {
    for (const char of 'kKsSiI\u0131\u0130\u00df\u1e9e\u03c3\u00b5') {
      const leaf = leafUnder('F|re', `'(?i)^${char}$'`)
      const alike = alikeInExpression(char)
      for (let point = 0; point < 0x3000; point += 1) {
        const text = String.fromCodePoint(point)
        if (text === '\n') continue
        const isAlike = alike.some(([first, last]) => point >= first && point <= last)
        assert.equal(leafMatches(leaf, { F: text }), isAlike, `${char} ${point.toString(16)}`)
      }
    }
  })
})

describe('numerals', () => {
  it('are those between two numbers', () => {
    const natural = fc.bigInt({ min: 0n, max: 70_000n })
    fc.assert(
      fc.property(natural, natural, natural, fc.constantFrom(10 as const, 16 as const), (one, other, value, base) => {
        const [least, most] = one < other ? [one, other] : [other, one]
        const bounded = machine(numeralsBetween(least, most, base))
        const endless = machine(numeralsBetween(least, null, base))
        const text = value.toString(base)
        assert.equal(acceptsText(bounded, text), value >= least && value <= most)
        assert.equal(acceptsText(endless, text), value >= least)
        assert.ok(!acceptsText(bounded, `0${text}`))
      }),
      { numRuns: manyRuns(500) },
    )
  })

  it('are those of multiples', () => {
    const most = fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 250 }))
    fc.assert(
      fc.property(most, most, fc.constantFrom(1, 2, 4, 20, 100), (end, value, step) => {
        const [bounded, endless] = [BigInt(end), null].map((each) => machine(multiplesUpTo(each, step) ?? noText))
        assert.ok(bounded !== undefined && endless !== undefined)
        assert.equal(acceptsText(bounded, String(value)), value <= end && value % step === 0)
        assert.equal(acceptsText(endless, String(value)), value % step === 0)
        assert.ok(!acceptsText(endless, `0${value}`))
      }),
      { numRuns: manyRuns(500) },
    )
    for (const step of [0, 3, 8, 2.5]) assert.equal(multiplesUpTo(null, step), null)
  })
})

describe('the addresses of a network', () => {
  it('are those that the evaluator finds in it', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    )
    const networks = [
      '10.0.0.0/8',
      '172.16.0.0/12',
      '0.0.0.0/0',
      '1.2.3.4/32',
      'fe80::/10',
      '::1/128',
      'fc00::/7',
      '::/0',
    ]
    fc.assert(
      fc.property(bytes, fc.constantFrom(...networks), fc.boolean(), (drawn, written, isNear) => {
        const network = networkOf(written)
        assert.ok(network !== null)
        const near = [...drawn].map((byte, index) => (isNear && index < 2 ? (network.bytes[index] ?? byte) : byte))
        const address = spelledAddress(near)
        assert.equal(acceptsText(machine(spelledIn(network)), address), networkContains(network, address))
      }),
      { numRuns: manyRuns(500) },
    )
  })
})

describe('a text that is found', () => {
  it('is accepted by all and refused by the rest; where there is none, no short text does it', () => {
    const written = fc.stringMatching(/^[ab?*]{0,4}$/)
    const short = ['', 'a', 'b', 'z'].flatMap((one) =>
      ['', 'a', 'b', 'z'].flatMap((two) => ['', 'a', 'b', 'z'].map((three) => one + two + three)),
    )
    fc.assert(
      fc.property(
        fc.array(written, { maxLength: 3 }),
        fc.array(written, { maxLength: 3 }),
        fc.string(),
        (musts, mustNots, seed) => {
          const accepting = musts.map((each) => machine(shapeOfPattern(parsePattern(each), false)))
          const refusing = mustNots.map((each) => machine(shapeOfPattern(parsePattern(each), false)))
          const isGood = (text: string) =>
            accepting.every((each) => acceptsText(each, text)) && !refusing.some((each) => acceptsText(each, text))
          const found = findText(accepting, refusing, 100_000, chanceOf('test', seed))
          assert.notEqual(found.kind, 'unknown')
          if (found.kind === 'text') assert.ok(isGood(found.text))
          else assert.equal(short.find(isGood), undefined)
        },
      ),
      { numRuns: manyRuns(500) },
    )
  })

  it('is not claimed to be missing beyond the limit', () => {
    const made = machine(shapeOfPattern(parsePattern('*abcdefgh*'), false))
    assert.equal(findText([made], [], 20, null).kind, 'unknown')
  })
})
