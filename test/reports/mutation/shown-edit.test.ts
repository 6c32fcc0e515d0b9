import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { activeRules } from '../../../bench/corpus.ts'
import { withReplacement } from '../../../measures/index.ts'
import { type ShownEdit, shownEdit } from '../../../reports/formats/mutation/shown-edit.ts'
import { assembleMutation, mutationDocument } from '../../../reports/index.ts'
import { type Rule, readRules, sourceOf } from '../../../sigma/index.ts'
import { fc } from '../../fast-check.ts'
import { mutantsIn } from '../../measures/mutation/mutants-in.ts'

/** What a reader of the public schema makes of an edit, lines and columns as they come. */
function spliced(source: string, { location: { start, end }, replacement }: ShownEdit): string {
  const lines = source.split('\n')
  const before = [...lines.slice(0, start.line - 1), (lines[start.line - 1] ?? '').slice(0, start.column - 1)]
  const after = [(lines[end.line - 1] ?? '').slice(end.column - 1), ...lines.slice(end.line)]
  assert.ok(start.line < end.line || start.column < end.column)
  return `${before.join('\n')}${replacement}${after.join('\n')}`
}

const own = globSync('rules/**/*.yml')
  .sort()
  .flatMap((path) => readRules(sourceOf(path, readFileSync(path, 'utf8'))).rules)
const corpus = process.env.SIGMAPROOF_RULES
const sample = corpus === undefined ? [] : activeRules(corpus).filter((_, index) => index % 100 === 42)

test('every mutant of the document, spliced into its source, is the text that was judged', () => {
  let insertions = 0
  for (const rule of [...own, ...sample].filter(({ source }) => !source.text.includes('|expand'))) {
    const mutants = mutantsIn(rule).map(({ mutant }) => mutant)
    for (const [index, edit] of editsIn(rule).entries()) {
      const wanted = mutants[index]
      assert.ok(wanted !== undefined)
      if (wanted.original === '') insertions += 1
      assert.equal(spliced(rule.source.text, edit), withReplacement(rule.source.text, wanted.replacement), wanted.id)
    }
  }
  assert.ok(insertions > 10)
})

test('an insertion covers a whole character of its line, wherever it stands', () => {
  const pieces = fc.array(fc.constantFrom('a', 'é', '𝒳', ' ', '\n', '\r', '\u2028'), { maxLength: 8 })
  fc.assert(
    fc.property(pieces, fc.nat(), (characters, at) => {
      const text = `x${characters.join('')}`
      const before = [...text].slice(0, at % ([...text].length + 1)).join('')
      const start = before.length
      fc.pre(!before.endsWith('\n') || start < text.length)
      const position = { line: before.split('\n').length, column: start - before.lastIndexOf('\n') }
      const place = { path: 'x', start, end: start, ...position, endLine: position.line, endColumn: position.column }
      const edit = shownEdit(text, { place, replacement: '+' })
      assert.equal(spliced(text, edit), `${before}+${text.slice(start)}`)
      assert.ok(edit.replacement.isWellFormed())
    }),
  )
})

/** The edits that the document of a rule's mutants holds. */
function editsIn(rule: Rule): readonly ShownEdit[] {
  const results = mutantsIn(rule).map(({ mutant }) => ({ mutant, state: { kind: 'no-coverage' } as const }))
  const report = assembleMutation([{ subject: rule, coveredBy: [], results }], [], new Map(), {
    high: 80,
    low: 60,
    break: null,
    unreadCounts: false,
  })
  const document = JSON.parse(JSON.stringify(mutationDocument(report, '1.2.3')))
  return document.files[rule.source.path].mutants
}
