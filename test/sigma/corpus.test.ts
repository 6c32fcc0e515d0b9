import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import {
  buildRuleSet,
  evaluateRule,
  flattenEvent,
  type Json,
  type ProblemCode,
  readRules,
  type Severity,
  sourceOf,
} from '../../sigma/index.ts'
import { logSourceFits } from '../../sigma/log-source.ts'
import { leavesIn } from './rule-text.ts'

const rulesFolder = process.env.SIGMAPROOF_RULES ?? ''
const regressionFolder = process.env.SIGMAPROOF_REGRESSION ?? ''
const withoutRules = rulesFolder === '' ? 'SIGMAPROOF_RULES names no folder laid out like SigmaHQ/sigma' : false
const withoutEvents = regressionFolder === '' ? 'SIGMAPROOF_REGRESSION names no folder with regression_data/' : false

function textsIn(pattern: string): readonly (readonly [path: string, text: string])[] {
  return globSync(pattern, { cwd: rulesFolder }).map((path) => [path, readFileSync(join(rulesFolder, path), 'utf8')])
}

describe('the public rules', () => {
  test('all compile, but for those whose placeholders have no value', { skip: withoutRules }, () => {
    const texts = textsIn('rules*/**/*.yml')
    assert.ok(texts.length > 3000)
    const errors = texts.flatMap(([path, text]) =>
      readRules(sourceOf(path, text))
        .problems.filter(({ severity }) => severity === 'error')
        .map(({ code }) => [path, code] as const),
    )
    assert.deepEqual(
      errors.filter(([, code]) => code !== 'E-PLACEHOLDER'),
      [],
    )
  })

  test('all compile once the placeholders have values', { skip: withoutRules }, () => {
    const placeholders = everyPlaceholder()
    const rejected = textsIn('rules*/**/*.yml').filter(
      ([path, text]) => readRules(sourceOf(path, text), { placeholders }).rules.length === 0,
    )
    assert.deepEqual(
      rejected.map(([path]) => path),
      [],
    )
  })

  test('of old are read or rejected for what Sigma removed', { skip: withoutRules }, () => {
    const codes = new Set(
      textsIn('{deprecated,unsupported}/**/*.yml').flatMap(([path, text]) =>
        readRules(sourceOf(path, text))
          .problems.filter(({ severity }) => severity === 'error')
          .map(({ code }) => code),
      ),
    )
    assert.deepEqual([...codes].toSorted(), ['E-CONDITION-PIPE', 'E-CONDITION-SYNTAX', 'E-PLACEHOLDER'])
  })

  test('have each value where its spelling stands', { skip: withoutRules }, () => {
    for (const [path, text] of textsIn('rules*/**/*.yml')) {
      for (const rule of readRules(sourceOf(path, text)).rules) {
        for (const { span, written } of leavesIn(rule)) {
          const spelling = rule.source.text.slice(span.start, span.end)
          const quoted = `'${written.replaceAll("'", "''")}'`
          assert.ok([written, quoted].includes(spelling) || /^["|>]/.test(spelling), `${path}: ${spelling}`)
        }
      }
    }
  })
})

describe('advice on the public rules', () => {
  const advice: readonly ProblemCode[] = [
    ...(['W-FIELD-UNKNOWN', 'W-LOGSOURCE-KEY', 'W-LOGSOURCE-UNKNOWN', 'W-CIDR-MISSING'] as const),
    ...(['W-PATH', 'W-PERCENT', 'W-MATCHES-ALL', 'W-ID-DUPLICATE'] as const),
  ]

  test('is a handful of warnings, none of a misspelling, and notes on fields of other agents', {
    skip: withoutRules,
  }, () => {
    const set = buildRuleSet(textsIn('rules*/**/*.yml').map(([path, text]) => readRules(sourceOf(path, text))))
    const found = set.problems.filter(({ code }) => advice.includes(code))
    const files = (severity: Severity, code: ProblemCode): number =>
      new Set(found.flatMap((each) => (each.severity === severity && each.code === code ? each.span.path : []))).size
    assert.deepEqual(
      new Set(found.flatMap(({ severity, code }) => (severity === 'warning' ? code : []))),
      new Set(['W-PATH', 'W-MATCHES-ALL']),
    )
    assert.deepEqual([files('warning', 'W-PATH'), files('warning', 'W-MATCHES-ALL')], [3, 1])
    assert.deepEqual([files('note', 'W-FIELD-UNKNOWN'), files('note', 'W-MATCHES-ALL')], [19, 8])
  })
})

/** A value for whatever stands between percent signs. */
function everyPlaceholder(): Readonly<Record<string, readonly string[]>> {
  const names = textsIn('rules*/**/*.yml').flatMap(([, text]) => [...text.matchAll(/%([^%\s]+)%/g)])
  return Object.fromEntries(names.map((found) => [found[1] ?? '', ['value', 'val*']]))
}

describe('the recorded attacks of the public rules', () => {
  test('fire each their rule at least as often as they say', { skip: withoutRules || withoutEvents }, () => {
    let count = 0
    for (const [path, text] of textsIn('rules*/**/*.yml')) {
      for (const rule of readRules(sourceOf(path, text)).rules) {
        const described = rule.custom.regression_tests_path
        const info = join(regressionFolder, typeof described === 'string' ? described : '')
        if (typeof described !== 'string' || !existsSync(info)) continue
        const wanted = Number(/match_count: (\d+)/.exec(readFileSync(info, 'utf8'))?.[1] ?? 1)
        const events = globSync('*.{json,jsoncls,raw}', { cwd: dirname(info) }).flatMap((file) =>
          eventsOf(readFileSync(join(dirname(info), file), 'utf8'), file.endsWith('.raw')),
        )
        const fired = events
          .map(flattenEvent)
          .filter(
            (fields) => evaluateRule(rule, fields).condition.matched && logSourceFits(rule.logsource, fields).fits,
          )
        assert.ok(fired.length >= wanted, `${path}: ${fired.length} of ${wanted}`)
        count += 1
      }
    }
    assert.ok(count > 100)
  })
})

/** The files hold one object after another. */
function eventsOf(text: string, isRaw: boolean): readonly Json[] {
  return isRaw ? [text] : JSON.parse(`[${text.replaceAll(/^\}\s*\{/gm, '},{')}]`)
}
