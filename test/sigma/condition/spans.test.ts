import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodesOf, type Predicate, type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'

const names = ['a', 'b', 'c1', 'c2'] as const

const conditions = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...names, '1 of c*', 'all of c*', 'all of them'),
    tie('node').map((child) => `not (${child})`),
    fc
      .tuple(tie('node'), fc.constantFrom(' and ', ' or '), tie('node'))
      .map(([a, operator, b]) => `(${a})${operator}${b}`),
    tie('node').map((child) => `(${child})`),
  ),
})).node

function ruleWith(condition: string): Rule | undefined {
  const searches = names.map((name) => `  ${name}: {F: ${name}}\n`).join('')
  const text = `title: T\nlogsource: {category: x}\ndetection:\n${searches}  condition: ${condition}\n`
  return readRules(sourceOf('rules/t.yml', text)).rules[0]
}

/** The shape of a condition, places left out. */
function shape(node: Predicate): unknown {
  switch (node.kind) {
    case 'all':
    case 'any':
      return [node.kind, node.children.map(shape)]
    case 'not':
      return ['not', shape(node.child)]
    case 'identifier':
      return node.name
    case 'key':
    case 'leaf':
      return node.kind
  }
}

test("each condition node's span is the text that means it, parentheses included", () => {
  fc.assert(
    fc.property(conditions, (condition) => {
      const rule = ruleWith(condition)
      assert.ok(rule, condition)
      for (const node of nodesOf(rule.condition)) {
        const text = rule.source.text.slice(node.span.start, node.span.end)
        // A reference inside a selector has the selector's own words as its place.
        if (node.kind === 'identifier' && text !== node.name && text.includes(' of ')) continue
        const alone = ruleWith(text)
        assert.ok(alone, `${text} of ${condition}`)
        assert.deepEqual(shape(alone.condition), shape(node), `${text} of ${condition}`)
      }
    }),
    { numRuns: 500 },
  )
})
