import type { Problem } from '../problems/problem.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { commentWithoutUse } from '../problems/suppression.ts'
import { titleIn } from '../read/metadata.ts'
import { positionOf, type Source, type Span } from '../source.ts'
import { commentsOf } from '../yaml/comments.ts'
import type { YamlDocument } from '../yaml/node.ts'
import { type CommentReach, coveredByComment, isCovered } from './covered-by-comment.ts'
import { directiveMark, type IgnoreComment, ignoreCommentIn } from './ignore-comment.ts'
import { documentAt, documentsOf } from './rule-documents.ts'
import type { SuppressedProblem, Told } from './suppression.ts'

/**
 * Takes out of one file's problems those that its comments ignore. Adds what is wrong with these comments, and those that
 * ignore nothing; not where the document has an error, since then not all was looked at. `isWhole` says whether every file
 * of the project was read: without the others, what is wrong between files does not show.
 */
export function ignoredByComments(source: Source, problems: readonly Problem[], isWhole: boolean): Told {
  if (!source.text.includes(directiveMark)) return { problems, suppressed: [] }
  const documents = documentsOf(source)
  const found: Problem[] = []
  const ignores: (IgnoreComment & { readonly coverage: CommentReach })[] = []
  for (const comment of commentsOf(source)) {
    const { ignore, problems: own } = ignoreCommentIn(comment)
    const coverage = coveredByComment(comment, documents, source.text)
    found.push(...own.map((problem) => ({ ...problem, rule: titleOf(coverage.document) })))
    if (ignore !== null) ignores.push({ ...ignore, coverage })
  }
  const byCode = Map.groupBy(problems, ({ code }) => code)
  const ignoring = Map.groupBy(
    ignores.flatMap((ignore) => ignore.codes.map(({ code }) => ({ code, ignore }))),
    ({ code }): string => code,
  )
  const suppressed = problems.flatMap((problem): SuppressedProblem[] => {
    const by = ignoring.get(problem.code)?.find(({ ignore }) => isCovered(problem.span, ignore.coverage))?.ignore
    return by === undefined ? [] : [{ problem, by: { kind: 'comment', reason: by.reason, span: by.span } }]
  })
  const gone = new Set(suppressed.map(({ problem }) => problem))
  const errors = problems.filter(({ severity }) => severity === 'error')
  const rejected = new Set(errors.map(({ span }) => documentAt(documents, span.start)))
  for (const { codes, coverage } of ignores) {
    if (rejected.has(coverage.document)) continue
    for (const { code, span } of codes) {
      const alike = byCode.get(code) ?? []
      const { needs } = problemKinds[code]
      if (alike.some((problem) => isCovered(problem.span, coverage)) || needs === 'events') continue
      if (needs === 'other files' && !isWhole) continue
      const problem = commentWithoutUse(span, code, whereIs(coverage, source), elsewhere(alike, source))
      found.push({ ...problem, rule: titleOf(coverage.document) })
    }
  }
  const left = [...problems.filter((problem) => !gone.has(problem)), ...found]
  return { problems: left.toSorted((one, other) => one.span.start - other.span.start), suppressed }
}

function titleOf(document: YamlDocument | null): string | null {
  return document === null || document.root.kind !== 'map' ? null : titleIn(document.root)
}

function whereIs({ kind, spans }: CommentReach, source: Source): string {
  const [span] = spans
  if (kind === 'document') return 'in this rule'
  if (span === undefined) return 'below it, and nothing else either'
  if (kind === 'line') return 'on this line, nor in what it begins'
  const [first, last] = [lineOf(span.start, source), lineOf(Math.max(span.start, span.end - 1), source)]
  return first === last ? `in what is below it, line ${first}` : `in what is below it, lines ${first} to ${last}`
}

function elsewhere(alike: readonly Problem[], source: Source): string {
  const [problem] = alike
  if (problem === undefined) return 'Remove it.'
  return `Put it at the end of line ${lineOf(problem.span.start, source)}, where there is one, or remove it.`
}

function lineOf(offset: Span['start'], source: Source): number {
  return positionOf(source, offset).line
}
