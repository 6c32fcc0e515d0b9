import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { activeRules } from '../../../bench/corpus.ts'
import { playRecipe } from '../../../generators/player/play-recipe.ts'
import type { EventStep } from '../../../generators/recipe.ts'
import { RecipeError } from '../../../generators/recipe-error.ts'
import { firesVia, judge, partsOf, type Rule } from '../../../sigma/index.ts'

const folder = process.env.SIGMAPROOF_RULES
const skip = folder === undefined ? 'SIGMAPROOF_RULES is not set' : false

/** Every so many rules, so that each log source has its turn. */
const every = process.env.SIGMAPROOF_LONG === '1' ? 1 : 40
const rules = (folder === undefined ? [] : activeRules(folder)).filter((_, index) => index % every === 0)

function played(rule: Rule, step: Partial<EventStep & { kind: 'solved' }>) {
  const solved: EventStep = {
    kind: 'solved',
    rules: [rule.key],
    goal: { kind: 'fires' },
    count: 1,
    chance: 'any rule',
    ...step,
  }
  return playRecipe({ seed: 'any rule', steps: [solved] }, () => rule).events
}

/** The message of the refusal, null where there is none. */
function refusalOf(play: () => unknown): string | null {
  try {
    play()
    return null
  } catch (error) {
    if (error instanceof RecipeError) return error.message
    throw error
  }
}

describe('an event step about any rule of SigmaHQ', { skip }, () => {
  it('makes a matching event', () => {
    const refused = rules.flatMap((rule) => {
      const message = refusalOf(() => {
        for (const event of played(rule, {})) assert.equal(judge(rule, event).verdict.kind, 'fires', rule.key)
      })
      return message === null ? [] : [`${rule.key}: ${message}`]
    })
    for (const message of refused) assert.match(message, /: nothing can fire /)
    assert.ok(refused.length <= 1 + rules.length / 200, refused.join('\n'))
  })

  it('makes several matching events, spread over a time', () => {
    for (const rule of rules) {
      const message = refusalOf(() => {
        const events = played(rule, { count: 3, within: 60_000 })
        assert.deepEqual(
          events.map(({ time }) => time - (events[0]?.time ?? 0)),
          [0, 30_000, 60_000],
          rule.key,
        )
        for (const event of events) assert.equal(judge(rule, event).verdict.kind, 'fires', rule.key)
      })
      // Of some rules only one event, or two, can be.
      if (message !== null)
        assert.match(message, /^only [12] of 3 different events that fire .* found$|^nothing can fire /)
    }
  })

  it('makes one that fires via each part, or proves that none does', () => {
    let [parts, open] = [0, 0]
    for (const rule of rules) {
      for (const part of partsOf(rule).identifiers) {
        parts += 1
        const message = refusalOf(() => {
          for (const event of played(rule, { goal: { kind: 'fires-via', part } })) {
            assert.ok(firesVia(rule, judge(rule, event), part), `${rule.key} ${part}`)
          }
        })
        if (message?.startsWith('gave up') === true) open += 1
      }
    }
    assert.ok(parts > rules.length && open <= parts / 100, `${open} of ${parts} were given up`)
  })
})
