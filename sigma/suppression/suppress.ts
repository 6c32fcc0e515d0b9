import type { Problem } from '../problems/problem.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { settingWithoutUse } from '../problems/suppression.ts'
import type { Source } from '../source.ts'
import { ignoredByComments } from './ignored-by-comments.ts'
import { documentAt, documentsOf, keyOfDocument } from './rule-documents.ts'
import type { Ignore, SuppressedProblem, Told } from './suppression.ts'

/** What is decided about. */
export interface SuppressParts {
  readonly problems: readonly Problem[]
  /** By path, the files of the rules; problems come out in their order. */
  readonly sources: ReadonlyMap<string, Source>
  readonly ignores: readonly Ignore[]
  /** Whether these are all rules of the project: only then is it certain that an entry of the configuration has no use. */
  readonly isWhole: boolean
}

/**
 * Decides which problems are told: comments in the rules first (`# sigmaproof-ignore CODE: reason`), then the entries of the
 * configuration. Whatever ignores nothing is a W-IGNORE of its own. Errors are never suppressed.
 */
export function suppress({ problems, sources, ignores, isWhole }: SuppressParts): Told {
  const byPath = Map.groupBy(problems, ({ span }) => span.path)
  const byComments = [...sources].map(([path, source]) => ignoredByComments(source, byPath.get(path) ?? [], isWhole))
  const elsewhere = problems.filter(({ span }) => !sources.has(span.path))
  const used = new Set<Ignore>()
  const suppressed: SuppressedProblem[] = byComments.flatMap((each) => each.suppressed)
  const told: Problem[] = []
  const keyOf = keyFinder(sources)
  for (const problem of [...byComments.flatMap((each) => each.problems), ...elsewhere]) {
    const by = ignores.filter((ignore) => ignore.code === problem.code && speaksOf(ignore, problem, keyOf))
    for (const ignore of by) used.add(ignore)
    const [first] = by
    if (first === undefined) told.push(problem)
    else suppressed.push({ problem, by: { kind: 'configuration', reason: first.reason, span: first.span } })
  }
  const unused = isWhole ? ignores.filter((ignore) => !used.has(ignore)) : []
  return { problems: [...told, ...unused.flatMap(problemOf)], suppressed }
}

type KeyFinder = (problem: Problem) => string

function speaksOf({ rules }: Ignore, problem: Problem, keyOf: KeyFinder): boolean {
  if (rules === null || rules.files.has(problem.span.path)) return true
  return rules.keys.size > 0 && rules.keys.has(keyOf(problem))
}

function keyFinder(sources: ReadonlyMap<string, Source>): KeyFinder {
  const known = new Map<string, ReturnType<typeof documentsOf>>()
  return ({ span: { path, start } }) => {
    const source = sources.get(path)
    if (source === undefined) return path
    const documents = known.get(path) ?? documentsOf(source)
    known.set(path, documents)
    return keyOfDocument(documents, documentAt(documents, start), path)
  }
}

/** Nothing is said where only events raise the code, and where no file holds the entry. */
function problemOf({ code, rules, span }: Ignore): readonly Problem[] {
  if (span === null || problemKinds[code].needs === 'events') return []
  return [settingWithoutUse(span, code, rules === null ? 'in any rule' : 'in the rules it names')]
}
