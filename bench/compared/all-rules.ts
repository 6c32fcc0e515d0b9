import { cpSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { costOf } from '../measuring/command-cost.ts'
import { compare, type Figure } from '../measuring/compare.ts'
import { processCreationRules, suiteFor, writeFiles } from '../project.ts'
import { sampleOf } from '../recorded.ts'
import type { Bench } from '../setting.ts'

const scenarios = 10

const figures: readonly Figure[] = [
  { what: 'all rules: loading (eval of one event), CPU', unit: 's' },
  { what: 'all rules, 10 scenarios: CPU until report.json is begun', unit: 's' },
  { what: 'all rules, 10 scenarios: the same beyond loading', unit: 's', wanted: '0.5 s at most' },
  { what: 'all rules, 10 scenarios: CPU until it is written', unit: 's' },
  { what: 'all rules, 10 scenarios: whole command, CPU', unit: 's' },
  { what: 'all rules, 10 scenarios: whole command, peak memory', unit: 'MB' },
  { what: 'all rules, 10 scenarios: report.json', unit: 'MB' },
]

/** A suite of ten scenarios beside all of SigmaHQ's rules: what loading them takes, and what the rest does. Proofs are not kept yet. */
export const allRules: Bench = async (setting) => {
  const project = join(setting.scratch, 'all-rules')
  const under = processCreationRules(setting.rules, scenarios)
  writeFiles(project, suiteFor(under, scenarios))
  sampleOf(setting.events, 1_000_000, join(project, 'one.ndjson'))
  cpSync(join(setting.rules, 'rules'), join(project, 'rules'), { recursive: true })
  const watched = join(project, 'out/report.json')
  return await compare(setting, Math.ceil(setting.rounds / 3), figures, ({ bin }) => {
    rmSync(join(project, 'out'), { recursive: true, force: true })
    const loading = costOf([bin, 'eval', 'one.ndjson'], { cwd: project }).cpu
    const { begun, written, cpu, megabytes } = costOf([bin, 'test'], { cwd: project, watched })
    return [loading, begun, begun - loading, written, cpu, megabytes, statSync(watched).size / 2 ** 20]
  })
}
