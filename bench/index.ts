import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildOf } from './builds.ts'
import { allRules } from './compared/all-rules.ts'
import { judging } from './compared/judging.ts'
import { mutation } from './compared/mutation.ts'
import { reading } from './compared/reading.ts'
import { replay } from './compared/replay.ts'
import { start } from './compared/start.ts'
import { suites } from './compared/suites.ts'
import { eventsFolder, rulesFolder } from './data.ts'
import type { Row } from './measuring/compare.ts'
import { tableOf } from './measuring/table.ts'
import type { Bench, Setting } from './setting.ts'

// Measures this checkout, beside another one where `--beside` names its folder, and prints one table (README.md says more):
//   SIGMAPROOF_RULES=path SIGMAPROOF_EVENTS=path npm run bench -- [bench...] [--beside DIR] [--rounds 3] [--large]

const benches: Readonly<Record<string, Bench>> = {
  reading,
  judging,
  replay,
  start,
  mutation,
  suites,
  'all-rules': allRules,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    large: { type: 'boolean', default: false },
  },
})
const [rules, events] = [rulesFolder(), eventsFolder()]
const names = positionals.length === 0 ? Object.keys(benches) : positionals
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-bench-')))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
const now = buildOf('now', fileURLToPath(new URL('..', import.meta.url)), scratch)
const beside = values.beside === undefined ? null : buildOf('beside', values.beside, scratch)

const setting: Setting = {
  now,
  beside,
  rounds: Number(values.rounds),
  isLarge: values.large,
  rules,
  events,
  scratch,
}
const rows: Row[] = []
for (const name of names) {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`there is no bench "${name}"; there are ${Object.keys(benches).join(', ')}`)
  process.stderr.write(`${name}\n`)
  try {
    const own = await bench(setting)
    rows.push(...own)
    process.stderr.write(tableOf(own))
  } catch (error) {
    // One that fails leaves the others their figures.
    process.stderr.write(`${name}: ${error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}
process.stdout.write(tableOf(rows))
