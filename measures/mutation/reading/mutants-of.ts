import type { Correlation, Placeholders, Rule, Source } from '../../../sigma/index.ts'
import type { Examples } from '../examples.ts'
import type { Edit, Mutant, MutationOperator, ReadMutant } from '../mutant.ts'
import { correlatingHashOf } from './correlating-hash.ts'
import { editsOf } from './edits-of.ts'
import { documentIn, type FileScope } from './file-scope.ts'
import { firingShapes } from './firing-shapes.ts'
import type { MutationSubject } from './mutation-subject.ts'
import { readerOf } from './read-again.ts'

/**
 * Every mutant of a document, read again, in the order of the operators and of the text. One that fires on the same events
 * by construction, as the document or as an earlier mutant does, is none. `scope` is that of its file, `examples` what the
 * suite shows of it: what some operators put in comes from there, and never a mutant's id. Throws an Error when
 * an edit left the text as it was: the mutation would not have applied.
 */
export function* mutantsOf(
  subject: MutationSubject,
  scope: FileScope,
  placeholders: Placeholders,
  examples: Examples,
): Generator<ReadMutant> {
  const document = documentIn(scope, subject.key)
  if (document === undefined) return
  const { source } = document
  const read = readerOf(scope, source, placeholders)
  const shapeOf = firingShapes()
  const hashOf = (each: Rule | Correlation): string =>
    each.kind === 'detection' ? shapeOf(each) : correlatingHashOf(each)
  const before = new Map([...scope.rules, ...scope.correlations].map((each) => [each.key, hashOf(each)]))
  const seen = new Set([noChange])
  const ids = new Map<string, number>()
  for (const [operator, edit] of editsOf(document, examples)) {
    const mutant = mutantOf(document, operator, edit, ids)
    const reading = read(mutant.replacement)
    if (reading.kind === 'unreadable') {
      yield { mutant, reading }
      continue
    }
    const after = new Map([...reading.rules, ...reading.correlations].map((each) => [each.key, hashOf(each)]))
    const isChanged = ({ key }: Rule | Correlation): boolean => after.get(key) !== before.get(key)
    const rules = reading.rules.filter(isChanged)
    const correlations = reading.correlations.filter(isChanged)
    const change = [...rules, ...correlations].map(({ key }) => `${key}\n${after.get(key)}`).join('\n')
    if (seen.has(change)) continue
    seen.add(change)
    yield { mutant, reading: { kind: 'changed', rules, correlations } }
  }
}

const noChange = ''

function mutantOf(
  { key, source }: { readonly key: string; readonly source: Source },
  operator: MutationOperator,
  edit: Edit,
  ids: Map<string, number>,
): Mutant {
  const { node, variant, span, text } = edit
  const name = [operator, node, ...(variant === '' ? [] : [variant])].join('/')
  const count = (ids.get(name) ?? 0) + 1
  ids.set(name, count)
  const original = source.text.slice(span.start, span.end)
  if (original === text) throw new Error(`the mutant ${name} of ${key} changes nothing`)
  return {
    id: count === 1 ? name : `${name}~${count}`,
    subject: key,
    operator,
    node,
    variant,
    replacement: { span, text },
    original,
  }
}
