import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedOf } from '../../../authoring/suggest/expected-of.ts'
import { judge, mixedLevels } from '../../../sigma/index.ts'
import { anEvent } from '../../measures/observation-factory.ts'
import { aRule } from '../../measures/rule-factory.ts'

const rule = aRule(`selection:
    Image: C:\\a.exe
    DestinationPort: 631
Image:
    User: CONTOSO\\printer
condition: selection and Image`)

test('a list that a step would refuse is not suggested: a field called like a search identifier is taken for that', () => {
  const event = anEvent({ Image: 'C:\\b.exe', DestinationPort: 1, User: 'x' })
  const judgement = judge(rule, event)
  assert.ok(judgement.verdict.kind === 'missed')
  assert.deepEqual(mixedLevels(rule, judgement.verdict.fields), { identifier: 'Image', field: 'DestinationPort' })
  const expected = expectedOf(rule, judgement)
  assert.ok(expected?.kind === 'silent-because')
  assert.equal(mixedLevels(rule, expected.parts), null)
  assert.deepEqual(expected.parts, ['selection', 'Image'])
})
