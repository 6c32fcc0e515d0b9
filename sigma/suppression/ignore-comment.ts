import type { Problem, WarningCode } from '../problems/problem.ts'
import { codeIsNone, commentWithoutCode, commentWithoutReason, unknownDirective } from '../problems/suppression.ts'
import type { Span } from '../source.ts'
import type { YamlComment } from '../yaml/comments.ts'
import { ignorableCode } from './ignorable-code.ts'

/** What every comment begins with that speaks to us. */
export const directiveMark = 'sigmaproof-'

/** `# sigmaproof-ignore CODE, CODE: reason`, as it stands in a rule. */
export interface IgnoreComment {
  readonly span: Span
  readonly codes: readonly { readonly code: WarningCode; readonly span: Span }[]
  readonly reason: string
}

/**
 * Reads a comment; null for one that says nothing to us. What is wrong with it comes out as problems, and what it says is
 * then without effect: one code, or without a reason all of it.
 */
export function ignoreCommentIn({ span, text }: YamlComment): {
  readonly ignore: IgnoreComment | null
  readonly problems: readonly Problem[]
} {
  const [before, directive] = /^#+[ \t]*(sigmaproof-[\w-]*)/.exec(text) ?? []
  if (before === undefined || directive === undefined) return { ignore: null, problems: [] }
  if (directive !== 'sigmaproof-ignore') return { ignore: null, problems: [unknownDirective(span, directive)] }
  const said = text.slice(before.length)
  const colon = said.indexOf(':')
  const codes = wordsOf(colon < 0 ? said : said.slice(0, colon), span, before.length)
  const reason = colon < 0 ? '' : said.slice(colon + 1).trim()
  const [first] = codes
  if (first === undefined) return { ignore: null, problems: [commentWithoutCode(span)] }
  if (reason === '') return { ignore: null, problems: [commentWithoutReason(span, first.word)] }
  const judged = codes.map(({ word, span: at }) => ({ span: at, ...ignorableCode(word) }))
  return {
    ignore: {
      span,
      reason,
      codes: judged.flatMap((each) => (each.kind === 'warning' ? [{ code: each.code, span: each.span }] : [])),
    },
    problems: judged.flatMap((each) => (each.kind === 'none' ? [codeIsNone(each.span, each.message, each.hint)] : [])),
  }
}

/** Each word once, and where it stands; commas and blanks part them. */
function wordsOf(text: string, { path, start }: Span, offset: number): readonly { word: string; span: Span }[] {
  const words = new Map<string, Span>()
  for (const { 0: word, index } of text.matchAll(/[^\s,]+/g)) {
    const from = start + offset + index
    if (!words.has(word)) words.set(word, { path, start: from, end: from + word.length })
  }
  return [...words].map(([word, span]) => ({ word, span }))
}
