import { conditionTokens, type Token } from './condition-tokens.ts'
import type { Expression, Operation } from './expression.ts'

/** Why a condition cannot be parsed; `start` and `end` are offsets in its text. */
export interface ConditionFault {
  readonly kind: 'syntax' | 'pipe'
  readonly detail: string
  readonly start: number
  readonly end: number
}

/** Deeper than any rule; keeps hostile ones from filling the stack. */
const deepestNesting = 64

class GrammarError extends Error {
  readonly fault: ConditionFault

  constructor(fault: ConditionFault) {
    super(fault.detail)
    this.fault = fault
  }
}

/**
 * Parses a condition (semantics section 5): `not` binds tightest, then `and`, then `or`. The first fault ends it.
 */
export function parseCondition(text: string): { readonly expression: Expression } | { readonly fault: ConditionFault } {
  try {
    return { expression: parse(text) }
  } catch (error) {
    if (error instanceof GrammarError) return { fault: error.fault }
    throw error
  }
}

function parse(text: string): Expression {
  const tokens = conditionTokens(text)
  let next = 0

  for (const token of tokens) if (token.kind === 'other') throw strange(token)
  if (tokens.length === 0) throw fault('an identifier is expected', { start: 0, end: text.length })
  const expression = orExpression(0)
  const rest = tokens[next]
  if (rest !== undefined) throw unexpected(rest)
  return expression

  // or-expr = and-expr , { "or" , and-expr }
  function orExpression(depth: number): Expression {
    return operation('or', depth, andExpression)
  }

  // and-expr = not-expr , { "and" , not-expr }
  function andExpression(depth: number): Expression {
    return operation('and', depth, notExpression)
  }

  function operation(kind: Operation['kind'], depth: number, operand: (depth: number) => Expression): Expression {
    const first = operand(depth)
    const operands = [first]
    while (isWord(tokens[next], kind)) {
      next += 1
      operands.push(operand(depth))
    }
    const last = operands.at(-1) ?? first
    return operands.length === 1 ? first : { kind, operands, start: first.start, end: last.end }
  }

  // not-expr = "not" , not-expr | primary
  function notExpression(depth: number): Expression {
    const token = tokens[next]
    if (token === undefined || !isWord(token, 'not')) return primary(depth)
    next += 1
    const operand = notExpression(deeper(depth, token))
    return { kind: 'not', operand, start: token.start, end: operand.end }
  }

  // primary = selector | identifier | "(" , or-expr , ")"
  function primary(depth: number): Expression {
    const token = tokens[next]
    if (token === undefined) throw fault('an identifier is expected', { start: text.length, end: text.length })
    next += 1
    if (token.kind === '(') return group(depth, token)
    if (token.kind !== 'word' || reserved.includes(token.text)) throw unexpected(token)
    if (isWord(tokens[next], 'of')) return selector(token)
    if (token.text.includes('*')) {
      throw fault(`'${token.text}' is a pattern, which needs '1 of' or 'all of' before it`, token)
    }
    return { kind: 'name', name: token.text, start: token.start, end: token.end }
  }

  function group(depth: number, open: Token): Expression {
    const inner = orExpression(deeper(depth, open))
    const close = tokens[next]
    if (close === undefined) throw fault("')' is missing", { start: text.length, end: text.length })
    if (close.kind !== ')') throw unexpected(close)
    next += 1
    return { ...inner, start: open.start, end: close.end }
  }

  // selector = ( "1" | "any" | "all" ) , "of" , ( "them" | pattern )
  function selector(count: Token): Expression {
    if (!['1', 'any', 'all'].includes(count.text)) {
      throw fault(`'${count.text} of' is not supported; write '1 of', 'any of' or 'all of'`, count)
    }
    const target = tokens[next + 1]
    if (target === undefined) throw fault("'them' or a pattern is expected", { start: text.length, end: text.length })
    if (target.kind !== 'word') throw unexpected(target)
    next += 2
    const quantifier = count.text === 'all' ? 'all' : 'any'
    return { kind: 'selector', quantifier, pattern: target.text, start: count.start, end: target.end }
  }

  function strange(token: Token): GrammarError {
    if (token.text === '|') {
      return new GrammarError({
        kind: 'pipe',
        detail: text.slice(token.start).trim(),
        start: token.start,
        end: text.length,
      })
    }
    return fault(`unexpected character '${token.text}'`, token)
  }
}

const reserved: readonly string[] = ['and', 'or', 'not', 'of']

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text === word
}

function deeper(depth: number, at: Token): number {
  if (depth >= deepestNesting) throw fault(`nested deeper than ${deepestNesting}`, at)
  return depth + 1
}

function unexpected(token: Token): GrammarError {
  const isUpperCase = ['AND', 'OR', 'NOT', 'OF'].includes(token.text)
  return fault(`unexpected '${token.text}'`, token, isUpperCase ? '; operators are lower case' : '')
}

function fault(detail: string, { start, end }: { start: number; end: number }, advice = ''): GrammarError {
  return new GrammarError({ kind: 'syntax', detail: detail + advice, start, end })
}
