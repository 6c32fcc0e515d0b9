import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { folded, type Proof, proofMemory } from '../../proofs/index.ts'

const possible: Proof = { kind: 'possible' }
const logic: Proof = { kind: 'impossible', world: 'logic', reason: 'a' }
const source: Proof = { kind: 'impossible', world: 'source', reason: 'b' }
const open: Proof = { kind: 'unknown', limit: 'c' }
const laterOpen: Proof = { kind: 'unknown', limit: 'd' }

const cases: readonly (readonly [what: string, parts: readonly Proof[], whole: Proof | null])[] = [
  ['nothing to nothing', [], null],
  ['what is possible before what is open', [logic, open, possible], possible],
  ['what is open before what is proved', [logic, source, open, laterOpen], open],
  ['proofs to the weakest world', [logic, source, logic], source],
  ['proofs of logic to the first', [logic, { ...logic, reason: 'e' }], logic],
]

describe('several proofs are folded', () => {
  for (const [what, parts, whole] of cases) it(what, () => assert.equal(folded(parts), whole))

  it('and none is asked for after the first event', () => {
    function* parts(): Generator<Proof> {
      yield possible
      assert.fail('asked')
    }
    assert.equal(folded(parts()), possible)
  })
})

describe('what is remembered of a rule', () => {
  it('begins with what was kept, but for proofs that there is no event', () => {
    const known = new Map([['m', new Map(Object.entries({ possible, logic, source, open }))]])
    assert.deepEqual([...proofMemory(known).of('m')], Object.entries({ possible, open }))
  })

  it('is shared by rules of one meaning, and forgotten of rules that nobody asks about', () => {
    const memory = proofMemory(new Map([['gone', new Map([['x', open]])]]))
    memory.of('m').set('x', logic)
    memory.of('n')
    assert.equal(memory.of('m').get('x'), logic)
    assert.deepEqual([...memory.all().keys()], ['m'])
  })
})
