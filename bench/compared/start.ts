import { join } from 'node:path'
import type { Build } from '../builds.ts'
import { costOf } from '../measuring/command-cost.ts'
import { compare, type Figure, type Row } from '../measuring/compare.ts'
import { copyRules, processCreationRules, suiteFor, writeFiles } from '../project.ts'
import { sampleOf } from '../recorded.ts'
import type { Bench, Setting } from '../setting.ts'

interface Started {
  readonly what: string
  readonly argv: readonly string[]
  /** `check` says by its exit code that a rule of the corpus cannot be read. */
  readonly codes: readonly number[]
}

/** What it takes until a command has done the least that it can do: CPU time, and modules loaded. Bare Node stands beside them. */
export const start: Bench = async (setting) => {
  const rules = join(setting.rules, 'rules')
  const [rule] = processCreationRules(setting.rules, 1)
  if (rule === undefined) throw new Error(`${rules} holds no rule`)
  const project = join(setting.scratch, 'start')
  copyRules(setting.rules, [rule], project)
  writeFiles(project, { ...suiteFor([rule], 1) })
  sampleOf(setting.events, 1_000_000, join(project, 'one.ndjson'))
  const commands: readonly Started[] = [
    { what: '--version', argv: ['--version'], codes: [0] },
    { what: 'check of one rule', argv: ['check'], codes: [0] },
    { what: 'check of all rules', argv: ['check', rules], codes: [0, 1, 2] },
    { what: 'eval of one event by one rule', argv: ['eval', 'one.ndjson'], codes: [0] },
    { what: 'test of one scenario', argv: ['test'], codes: [0] },
  ]
  const bare = await compare({ now: setting.now, beside: null }, setting.rounds, [bareFigure], () => [
    1000 * costOf(['--eval', '0'], { cwd: project }).cpu,
  ])
  const rows: Row[] = [...bare]
  for (const command of commands) rows.push(...(await rowsOf(command, project, setting)))
  return rows
}

const bareFigure: Figure = { what: 'bare Node, CPU', unit: 'ms' }

async function rowsOf({ what, argv, codes }: Started, cwd: string, setting: Setting): Promise<readonly Row[]> {
  const cost = ({ bin }: Build, isCounted: boolean) => costOf([bin, ...argv], { cwd, codes, isCounted })
  const cpu: Figure = { what: `${what}, CPU`, unit: 'ms' }
  const modules: Figure = { what: `${what}, modules`, unit: 'modules' }
  // The first time, files come from the disk and proofs are not kept yet: counting is what warms up.
  const counted = await compare(setting, 1, [modules], (build) => [cost(build, true).modules])
  return [...(await compare(setting, setting.rounds, [cpu], (build) => [1000 * cost(build, false).cpu])), ...counted]
}
