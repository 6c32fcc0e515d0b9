// How long it takes to read and compile every active rule of a rule set, against the bare YAML parse of the same files.
// Usage: SIGMAPROOF_RULES=<folder laid out like SigmaHQ/sigma> npm run bench
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { buildRuleSet, type RuleReading, readRules, sourceOf } from '../sigma/index.ts'

const rounds = 9
const folder = process.env.SIGMAPROOF_RULES
if (folder === undefined) throw new Error('SIGMAPROOF_RULES names no folder laid out like SigmaHQ/sigma')

const files = globSync('rules*/**/*.yml', { cwd: folder }).map((path) => ({
  path,
  text: readFileSync(join(folder, path), 'utf8'),
}))

interface Round {
  readonly parsed: number
  readonly compiled: number
}

/** Both in turn for each file, so that whatever else the machine does meanwhile weighs on both alike. */
function round(): Round {
  let parsed = 0
  let compiled = 0
  const readings: RuleReading[] = []
  for (const { path, text } of files) {
    const start = performance.now()
    loadAll(text)
    const between = performance.now()
    readings.push(readRules(sourceOf(path, text)))
    compiled += performance.now() - between
    parsed += between - start
  }
  const start = performance.now()
  buildRuleSet(readings)
  return { parsed, compiled: compiled + performance.now() - start }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

// The first round warms up.
const measured = Array.from({ length: rounds + 1 }, round).slice(1)
const ratios = measured.map(({ parsed, compiled }) => compiled / parsed).toSorted((a, b) => a - b)
console.log(`${files.length} files, ${rounds} rounds, medians`)
console.log(`bare YAML parse   ${median(measured.map(({ parsed }) => parsed)).toFixed(0)} ms`)
console.log(`read and compile  ${median(measured.map(({ compiled }) => compiled)).toFixed(0)} ms`)
console.log(
  `ratio             ${median(ratios).toFixed(2)} (${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)}; at most 3 is wanted)`,
)
