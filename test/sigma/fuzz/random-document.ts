import { fc } from '../../fast-check.ts'
import { hostileRegex } from './hostile-regex.ts'

const modifier = fc.constantFrom(
  ...['contains', 'startswith', 'endswith', 'all', 'cased', 'neq', 'exists', 're', 'i', 'm', 's', 'cidr', 'base64'],
  ...['base64offset', 'wide', 'utf16', 'utf16be', 'windash', 'expand', 'fieldref', 'lt', 'lte', 'gt', 'gte', 'minute'],
  ...['hour', 'day', 'week', 'month', 'year', 'not', 'Contains', '', '__proto__'],
)

const field = fc.constantFrom('A', 'B', 'Image', 'EventID', 'a.b', '', '__proto__', 'constructor', ' ', 'a b', '😀')

const key = fc.tuple(field, fc.array(modifier, { maxLength: 4 })).map((parts) => parts.flat().join('|'))

const scalar = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'B', '*', '?', '\\', '-', '/', '%', ' ', '\n', 'é', '😀', '0') }),
  fc.constantFrom('%x%', '%y%', '10.0.0.0/8', '::1/128', '1.2.3.4/33', '-enc', 'C:\\x\\*', '2024-02-30T25:61'),
  hostileRegex,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
)

const text = fc.constantFrom('x', 'a*b', '\\\\srv\\*', '-enc /c', 'é?', '%x%', '', '*', 'evil', '::1')

/** An entry that stands a chance: a modifier or two with a value of the right type. */
const soundEntry: fc.Arbitrary<readonly [string, unknown]> = fc
  .tuple(
    fc.constantFrom('A', 'B', 'a.b', 'Image', '__proto__'),
    fc.oneof(
      fc.tuple(
        fc.constantFrom('', '|contains', '|startswith', '|windash|contains', '|expand', '|cased|endswith', '|neq'),
        fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 })),
      ),
      fc.tuple(fc.constantFrom('|contains|all', '|all|neq'), fc.array(text, { minLength: 2, maxLength: 4 })),
      fc.tuple(fc.constantFrom('|wide|base64offset|contains', '|fieldref'), fc.constantFrom('x', 'é', 'B')),
      fc.tuple(fc.constantFrom('|gt', '|lte', '|hour', '|week|gte', '|day|neq'), fc.integer({ min: 1, max: 23 })),
      fc.tuple(fc.constantFrom('', '|exists'), fc.boolean()),
      fc.tuple(fc.constantFrom('|re', '|re|i', '|re|m'), hostileRegex),
      fc.tuple(fc.constantFrom('', '|neq'), fc.constantFrom(null, 5, 0.5)),
      fc.tuple(fc.constant('|cidr'), fc.constantFrom('10.0.0.0/8', '::/0', '1.2.3.4')),
    ),
  )
  .map(([name, [modifiers, value]]) => [name + modifiers, value])

const soundMap = fc
  .array(soundEntry, { minLength: 1, maxLength: 3 })
  .map((entries) => Object.fromEntries<unknown>(entries))

const soundSearches = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom('sel', 'sel_2', 'filter_a', '__proto__'),
      fc.oneof(soundMap, fc.array(soundMap, { minLength: 1, maxLength: 3 })),
      {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
    fc.constantFrom('1 of *', 'all of them', 'not 1 of *', '1 of * and not all of *'),
  )
  .map(([found, wanted]) => ({ ...found, condition: wanted }))

const detection = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'detection' },
    fc.dictionary(key, fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })), { maxKeys: 3, noNullPrototype: true }),
    scalar,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(key, tie('node'), { maxKeys: 2, noNullPrototype: true }),
  ),
})).node

const names = ['sel', 'sel_2', 'filter_a', '_hidden', 'not', '1', '__proto__', 'constructor', 'a.b', 'of'] as const

const condition = fc
  .array(
    fc.constantFrom(
      ...names,
      'not',
      'and',
      'or',
      '(',
      ')',
      '1 of',
      'all of',
      'any of',
      'them',
      '*',
      'sel*',
      '|',
      'AND',
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '))

const anything = fc.oneof({ depthIdentifier: 'anything' }, fc.jsonValue({ maxDepth: 3 }), scalar)

function sometimes(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: anything, weight: 1 })
}

const searches = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), detection, { maxKeys: 4, noNullPrototype: true }),
    sometimes(condition),
  )
  .map(([found, wanted]) => ({ ...found, condition: wanted }))

const correlation = fc.record(
  {
    type: sometimes(fc.constantFrom('event_count', 'value_count', 'temporal', 'temporal_ordered', 'value_avg')),
    rules: sometimes(fc.array(fc.constantFrom('a', 'b', 'c', 'missing'), { minLength: 1, maxLength: 3 })),
    'group-by': sometimes(fc.array(field, { maxLength: 2 })),
    timespan: sometimes(fc.constantFrom('5m', '0s', '1h30m', '1y', '9999999999999d')),
    condition: sometimes(fc.record({ gte: fc.integer(), field: key }, { requiredKeys: [] })),
    aliases: anything,
  },
  { requiredKeys: [] },
)

const document = fc.record(
  {
    title: sometimes(fc.constant('A rule')),
    id: sometimes(fc.uuid()),
    name: sometimes(fc.constantFrom('a', 'b')),
    logsource: sometimes(fc.constantFrom({ product: 'windows' }, { category: 'process_creation' }, { service: 'x' })),
    detection: sometimes(searches),
    correlation: sometimes(correlation),
    filter: sometimes(fc.record({ rules: anything, selection: detection, condition: sometimes(condition) })),
    tags: anything,
    level: anything,
    related: anything,
    'sigma-version': anything,
    action: sometimes(fc.constantFrom('global', 'reset', 'repeat')),
  },
  { requiredKeys: ['title', 'logsource', 'detection'] },
)

/**
 * A YAML stream of documents that look like Sigma's and are wrong in places: mostly detection rules, written as JSON,
 * which every YAML reader takes, some with an anchor and aliases put in.
 */
export const randomDocuments: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: plainRule(), weight: 3 }, document), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
    fc.nat(),
  )
  .map(([documents, aliased, seed]) => {
    const texts = documents.map((each) => JSON.stringify(each, null, seed % 2 === 0 ? 2 : 0))
    return (aliased ? texts.map((text) => withAliases(text, seed)) : texts).join('\n---\n')
  })

function plainRule(): fc.Arbitrary<unknown> {
  const rule = fc.tuple(fc.oneof(soundSearches, searches), fc.constantFrom('a', 'b', 'c')).map(([found, name]) => ({
    title: 'A rule',
    name,
    logsource: { product: 'windows' },
    detection: found,
  }))
  return fc.oneof({ arbitrary: rule, weight: 4 }, soundCorrelation(), soundFilter())
}

/** A correlation that stands a chance, over rules that may be there. */
function soundCorrelation(): fc.Arbitrary<unknown> {
  const bounds = fc.dictionary(fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq'), fc.integer({ min: 0, max: 4 }), {
    minKeys: 1,
    maxKeys: 2,
  })
  const kind = fc.oneof(
    fc.record({ type: fc.constant('event_count'), condition: bounds }),
    fc.record({
      type: fc.constantFrom('value_count', 'value_sum', 'value_avg', 'value_median'),
      condition: bounds.map((each) => ({ ...each, field: 'A' })),
    }),
    fc.record({ type: fc.constantFrom('temporal', 'temporal_ordered') }),
    fc.constant({ type: 'temporal', condition: 'a and not b' }),
  )
  const shared = fc.record({
    rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'cor'), { minLength: 1, maxLength: 3 }),
    'group-by': fc.uniqueArray(fc.constantFrom('A', 'a.b', '__proto__', 'who'), { maxLength: 2 }),
    timespan: fc.constantFrom('1s', '5m', '1d', '1w'),
    aliases: fc.constantFrom({}, { who: { a: 'A', b: 'Image' } }),
  })
  return fc.tuple(kind, shared).map(([one, other]) => ({ title: 'C', name: 'cor', correlation: { ...other, ...one } }))
}

function soundFilter(): fc.Arbitrary<unknown> {
  return fc.tuple(soundSearches, fc.constantFrom('any', ['a'], ['a', 'b'], 'cor')).map(([found, rules]) => ({
    title: 'F',
    logsource: { product: 'windows' },
    filter: { ...found, rules },
  }))
}

/** Anchors one object or list and puts its alias in place of some other values, itself included. */
function withAliases(text: string, seed: number): string {
  let opened = 0
  const anchored = text.replaceAll(/(?<=: ?)[[{]/g, (open) => (opened++ === seed % 5 ? `&a ${open}` : open))
  let met = 0
  return anchored.replaceAll(/(?<=: ?)(?:null|true|-?\d+(?=[,\n}]))/g, (value) =>
    met++ % 3 === seed % 3 ? '*a ' : value,
  )
}
