import { fc } from '../../fast-check.ts'

/** What an edit may put into a rule: Sigma's own words where they do not belong, YAML's signs, hostile characters. */
const strange: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['|contains', '|all', '|re', '|re|i', '|cidr', '|base64offset', '|wide', '|windash', '|expand', '|fieldref'],
    ...['|exists', '|neq', '|cased', '|gt', '|hour', '|minute|lte', '|utf16', '|base64', '|startswith', '|'],
    ...['null', 'true', '-.inf', '.nan', '0x1F', '1e400', '00000429', '[]', '{}', "''", '~', '1 of them', 'all of *'],
    ...['not ', ' and ', ' or ', '(', ')', '1 of ', '%x%', '%', '*', '?', '\\', '\\*', '(?i)', '(a+)+$', '10.0.0.0/8'],
    ...['&a ', '*a', '<<: *a', '!!int ', '!!binary ', '- ', '? ', ': ', '# ', '[', ']', '{', '}', '>-\n', '|\n', '"'],
    ...[
      '\n---\n',
      '\n...\n',
      '\naction: global\n',
      '\naction: repeat\n',
      '\ncorrelation:\n',
      '\nfilter:\n',
      '\t',
      '\r',
    ],
    ...[
      '\n  ',
      '\n    ',
      '__proto__: ',
      'constructor',
      '\0',
      '\u001B[2J',
      '\u202E',
      '\uD800',
      '😀',
      '\u2028',
      'ſ',
      'K',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

/** One change of a text: of a stretch of characters, or of whole lines. */
type Edit = (text: string) => string

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

function onLines(change: (lines: readonly string[], at: number) => readonly string[]): fc.Arbitrary<Edit> {
  return place.map((where) => (text) => {
    const lines = text.split('\n')
    return change(lines, Math.floor(where * lines.length)).join('\n')
  })
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.nat(30), strange).map(([where, length, piece]) => (text: string) => {
    const at = Math.floor(where * text.length)
    return text.slice(0, at) + piece + text.slice(at + length)
  }),
  fc.tuple(place, strange).map(([where, piece]) => (text: string) => {
    const keys = [...text.matchAll(/:(?= |$)/gm)]
    const at = keys[Math.floor(where * keys.length)]?.index ?? 0
    return text.slice(0, at) + piece + text.slice(at)
  }),
  fc.tuple(place, strange).map(([where, piece]) => (text: string) => {
    const values = [...text.matchAll(/(?<=(?:: |- ))[^\n]+/g)]
    const found = values[Math.floor(where * values.length)]
    return found === undefined ? text : text.slice(0, found.index) + piece + text.slice(found.index + found[0].length)
  }),
  onLines((lines, at) => lines.toSpliced(at, 1)),
  onLines((lines, at) => lines.toSpliced(at, 0, ...lines.slice(at, at + 3))),
  onLines((lines, at) => lines.with(at, `  ${lines[at]}`)),
  onLines((lines, at) => lines.with(at, (lines[at] ?? '').replace(/^ {1,2}/, ''))),
  onLines((lines, at) => [...lines.slice(at), ...lines.slice(0, at)]),
)

/** One of the texts after up to eight changes, or two of them run together. */
export function mutatedRule(texts: readonly string[]): fc.Arbitrary<string> {
  const start = fc.oneof(
    { arbitrary: fc.constantFrom(...texts), weight: 9 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts), place)
        .map(([one, other, where]) => one.slice(0, Math.floor(where * one.length)) + other),
      weight: 1,
    },
  )
  return fc
    .tuple(start, fc.array(edit, { minLength: 1, maxLength: 8 }))
    .map(([text, edits]) => edits.reduce((edited, change) => change(edited), text))
}
