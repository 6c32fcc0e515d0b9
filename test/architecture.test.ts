import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { test } from 'node:test'

/** The stations, and whose doors each may import. The picture and the reasons stand in ARCHITECTURE.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  catalogue: [],
  sigma: ['catalogue'],
  sources: ['catalogue', 'sigma'],
  matching: ['catalogue', 'sigma'],
  project: ['catalogue', 'sigma', 'sources', 'matching'],
  generators: ['catalogue', 'sigma'],
  proofs: ['catalogue', 'sigma', 'generators'],
  steps: ['catalogue', 'sigma', 'sources', 'project', 'generators', 'matching', 'proofs'],
  measures: ['catalogue', 'sigma', 'generators', 'matching', 'proofs'],
  authoring: ['catalogue', 'sigma', 'generators', 'proofs', 'measures'],
  reports: ['catalogue', 'sigma', 'sources', 'project', 'generators', 'matching', 'proofs', 'measures', 'authoring'],
  'reports/formats': ['authoring'],
  cli: [
    'catalogue',
    'sigma',
    'sources',
    'project',
    'generators',
    'matching',
    'proofs',
    'measures',
    'authoring',
    'reports',
  ],
}

/** Folders that may import the types of stations. */
const mayImportTypesOf: Readonly<Record<string, readonly string[]>> = {
  'reports/formats': ['catalogue', 'sigma', 'sources', 'generators', 'matching', 'measures'],
}

/**
 * Single names that may cross an arrow which is not there: what steps hand over to measures, the questions about one
 * observation that a step warns of, and the functions that show foreign text, order texts and put ratios into words.
 */
const mayImportNames: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  steps: {
    measures:
      /^(?:observ|Observ|statement|Statement|(?:Expectation|ScenarioReference|isCircular|isVacuous|misreadingText|DescribedNode|skipReasonIn|skipTag|knownGapTag)$)/,
  },
  'reports/formats': {
    sigma: /^(?:visibleText|inertJson|safeJson|quotedIn|byCodeUnit|namesWritten)$/,
    measures: /^(?:formatRatio|formatCoverage|unreadTag)$/,
  },
}

/** Packages and Node's modules, and the only files that may import them. */
const keepers: readonly { readonly specifier: RegExp; readonly files: RegExp }[] = [
  { specifier: /^js-yaml$/, files: /^sigma\/yaml\// },
  {
    specifier: /^node:(?:fs|fs\/promises)$/,
    files: /^(?:sources|project|cli)\//,
  },
  { specifier: /^@cucumber\/cucumber$/, files: /^steps\// },
  { specifier: /^@cucumber\/cucumber\/api$/, files: /^(?:cli|project\/features|reports\/formatters)\// },
  { specifier: /^@cucumber\/(?!cucumber)/, files: /^$/ },
  { specifier: /^@faker-js\/faker/, files: /^generators\// },
  { specifier: /^commander$/, files: /^cli\// },
  { specifier: /^tinyglobby$/, files: /^sources\// },
  { specifier: /^node:(?:child_process|http|https|net|worker_threads|os|timers)/, files: /^(?:cli|project)\// },
]

/** What makes an answer differ from one machine or minute to the next, or speaks to somebody. */
const impure: Readonly<Record<string, RegExp>> = {
  'chance of its own': /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
  'the clock': /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bhrtime\b/,
  'the locale': /\blocaleCompare\b|\bIntl\b|\btoLocale\w+\b/,
  'the console': /\bconsole\b/,
  'the process': /\bprocess\b\.(?!versions?\b)/,
}

const pure = /^(?:catalogue|sigma|matching|generators|proofs|measures|authoring|reports\/formats)\//

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
  readonly names: readonly string[]
  /** Those of the names that are not imported as types. */
  readonly values: readonly string[]
}

function importsOf(text: string): readonly Import[] {
  const statement = /^(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?'([^']+)'/gm
  const dynamic = /\bimport\(\s*'([^']+)'/g
  return [
    ...[...text.matchAll(statement)].map(([, type, clause = '', specifier = '']) => {
      const listed = clause
        .replaceAll(/[{}\n]/g, ' ')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      const typeOnly = type !== undefined || (listed.length > 0 && listed.every((name) => name.startsWith('type ')))
      const called = (name: string): string => name.replace(/^type /, '').replace(/ as .*$/, '')
      const values = typeOnly ? [] : listed.filter((name) => !name.startsWith('type '))
      return { specifier, typeOnly, names: listed.map(called), values: values.map(called) }
    }),
    ...[...text.matchAll(dynamic)].map(([, specifier = '']) => {
      return { specifier, typeOnly: false, names: ['default'], values: ['default'] }
    }),
  ]
}

const folders = Object.keys(mayImport)
const stations = folders.filter((folder) => !folder.includes('/'))
const files = stations.flatMap((station) => globSync(`${station}/**/*.ts`)).map((file) => file.replaceAll('\\', '/'))

function crossings(file: string, text: string): readonly string[] {
  const [station = ''] = file.split('/')
  const folder = folders.findLast((each) => file.startsWith(`${each}/`)) ?? station
  return importsOf(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier, typeOnly, names, values }) => {
      const path = posix.join(posix.dirname(file), specifier)
      const [target = '', ...rest] = path.split('/')
      if (target === station) return []
      if (!isDoor(rest)) return [`${file} imports ${path}; only index.ts of a station or of a room is a door`]
      const allowed = mayImport[folder] ?? []
      const typesMay = (mayImportTypesOf[folder] ?? []).includes(target)
      const pattern = mayImportNames[folder]?.[target]
      const byName = pattern !== undefined && (typesMay ? values : names).every((name) => pattern.test(name))
      return allowed.includes(target) || (typeOnly && typesMay) || byName
        ? []
        : [`${file} imports ${target}/ (${names.join(', ')})`]
    })
}

/** The way to `index.ts` of a station, or of one of its rooms. */
function isDoor(way: readonly string[]): boolean {
  return way.length <= 2 && way.at(-1) === 'index.ts'
}

function intrusions(file: string, text: string): readonly string[] {
  return importsOf(text).flatMap(({ specifier, typeOnly }) => {
    const keeper = keepers.find((each) => each.specifier.test(specifier))
    return keeper === undefined || typeOnly || keeper.files.test(file) ? [] : [`${file} imports ${specifier}`]
  })
}

function impurities(file: string, text: string): readonly string[] {
  if (!pure.test(file)) return []
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
  return Object.entries(impure).flatMap(([what, pattern]) => (pattern.test(code) ? [`${file} uses ${what}`] : []))
}

test('there is something to hold', () => {
  for (const station of stations)
    assert.ok(
      files.some((file) => file.startsWith(`${station}/`)),
      station,
    )
})

for (const file of files) {
  test(`${file} keeps to its arrows`, () => {
    const text = readFileSync(file, 'utf8')
    assert.deepEqual([...crossings(file, text), ...intrusions(file, text), ...impurities(file, text)], [])
  })
}

test('cli/ alone writes to the console', () => {
  const talkers = files.filter((file) =>
    /\bconsole\.|process\.(?:stdout|stderr)\.write/.test(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(
    talkers.filter((file) => !file.startsWith('cli/')),
    [],
  )
})

test('nothing is exported by default but what Cucumber loads by name', () => {
  const byDefault = files.filter((file) => /^export default\b/m.test(readFileSync(file, 'utf8')))
  assert.deepEqual(byDefault.toSorted(), [
    'reports/formatters/cucumber-formatter.ts',
    'reports/formatters/html-formatter.ts',
    'reports/formatters/junit-formatter.ts',
    'reports/formatters/visible-formatter.ts',
    'steps/snippet-syntax.ts',
  ])
})

const broken: readonly (readonly [string, string])[] = [
  ['sigma/x.ts', "import { cover } from '../measures/index.ts'"],
  ['steps/x.ts', "import { evaluate } from '../sigma/evaluate.ts'"],
  ['steps/x.ts', "import { cover } from '../measures/index.ts'"],
  ['steps/x.ts', "import {\n  type Observation,\n  cover,\n} from '../measures/index.ts'"],
  ['reports/formats/x.ts', "import { judge } from '../../sigma/index.ts'"],
  ['reports/formats/x.ts', "import { type Rule, judge } from '../../sigma/index.ts'"],
  ['sources/x.ts', "import { textOf } from '../sigma/values/text-of.ts'"],
  ['generators/x.ts', "const { loadRules } = await import('../sources/index.ts')"],
  ['measures/x.ts', "export { readFileSync } from 'node:fs'"],
  ['sigma/condition/x.ts', "import { load } from 'js-yaml'"],
  ['reports/x.ts', "import { Given } from '@cucumber/cucumber'"],
  ['generators/x.ts', 'export const x: number = Math.random()'],
  ['measures/x.ts', 'export const at: number = Date.now()'],
  ['sigma/x.ts', 'export const order = (a: string, b: string): number => a.localeCompare(b)'],
]
for (const [file, text] of broken) {
  test(`would notice ${JSON.stringify(text)} in ${file}`, () => {
    assert.equal([...crossings(file, text), ...intrusions(file, text), ...impurities(file, text)].length, 1)
  })
}

const sound: readonly (readonly [string, string])[] = [
  ['steps/x.ts', "import { type Observation, observationMediaType } from '../measures/index.ts'"],
  ['reports/formats/x.ts', "import type { Rule } from '../../sigma/index.ts'"],
  ['reports/formats/x.ts', "import { byCodeUnit, type Rule } from '../../sigma/index.ts'"],
  ['reports/x.ts', "import { judge } from '../sigma/index.ts'"],
  ['cli/x.ts', "import { readEvents } from '../sources/events/index.ts'"],
  ['generators/facts/x.ts', "import type { Violation } from '../violations/violation.ts'"],
  ['sigma/x.ts', "// Math.random would not do here\nexport const said = 'Date.now'"],
]
for (const [file, text] of sound) {
  test(`lets ${JSON.stringify(text)} pass in ${file}`, () => {
    assert.deepEqual([...crossings(file, text), ...intrusions(file, text), ...impurities(file, text)], [])
  })
}
