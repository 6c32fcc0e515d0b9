import { fc } from '../../fast-check.ts'

const atom = fc.constantFrom(
  ...['a', 'b', '.', '\\d', '\\w', '\\s', '\\b', '^', '$', '\\A', '\\Z', '\\z', '[ab]', '[^a]', '[]a]', '[[:alpha:]]'],
  ...['\\\\', '\\"', '\\-', 'é', '😀', '(?i)', '(?P<n>a)', '(?<n>a)', '(?=a)', '(?<!a)', '\\1', '(?>a)', '\\Qa\\E'],
  ...['[', ']', ')', '(', '{', '}', '{2', '\\', '\\x{110000}', '\\p{Lu}', '\\p{No such}', '\0', '\n', '[z-a]', '(?#x)'],
)

const quantifier = fc.constantFrom(
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '{2}',
  '{0,9}',
  '{1,}',
  '{1000}',
  '{1001}',
  '++',
  '{9,2}',
)

/** Regular expressions with what makes other engines backtrack, what this one refuses, and what is none at all. */
export const hostileRegex: fc.Arbitrary<string> = fc.letrec<{ regex: string }>((tie) => ({
  regex: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'regex' },
    atom,
    fc.tuple(tie('regex'), quantifier).map(([inner, times]) => `(${inner})${times}`),
    fc.tuple(tie('regex'), quantifier).map(([inner, times]) => `(?:${inner})${times}`),
    fc.array(tie('regex'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    fc.array(tie('regex'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('|')),
  ),
})).regex
