import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { solve } from '../../../generators/solver/solve.ts'
import { judge, readRules, sourceOf } from '../../../sigma/index.ts'

const folder = process.env.SIGMAPROOF_RULES
const categories = ['process_creation', 'network_connection']

describe('the rules of SigmaHQ', () => {
  it('have an event that fires them', { skip: folder === undefined ? 'SIGMAPROOF_RULES is not set' : false }, () => {
    const root = folder ?? ''
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /^rules.*\.yml$/.test(file))
    const counts = { witness: 0, impossible: 0, unknown: 0 }
    for (const file of files.sort()) {
      for (const rule of readRules(sourceOf(file, readFileSync(join(root, file), 'utf8'))).rules) {
        const { product, category } = rule.logsource
        if (product !== 'windows' || category === null || !categories.includes(category)) continue
        const answer = solve([rule], { kind: 'fires' }, { count: 1, chance: rule.key, seed: 'sigmaproof' })
        counts[answer.kind] += 1
        const events = answer.kind === 'witness' ? answer.events : []
        for (const { fields } of events) assert.equal(judge(rule, fields).verdict.kind, 'fires', file)
      }
    }
    assert.ok(counts.witness > 1_000, JSON.stringify(counts))
    assert.ok(counts.unknown + counts.impossible <= counts.witness / 200, JSON.stringify(counts))
  })
})
