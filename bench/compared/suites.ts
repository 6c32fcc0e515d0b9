import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Build } from '../builds.ts'
import { type CommandCost, costOf } from '../measuring/command-cost.ts'
import { compare, type Figure, type Row } from '../measuring/compare.ts'
import { copyRules, processCreationRules, suiteFor, writeFiles } from '../project.ts'
import type { Bench, Setting } from '../setting.ts'

const rulesOfASuite = 100

/** Suites of growing size over a hundred rules, beside Cucumber itself with a step that does nothing for each line. */
export const suites: Bench = async (setting) => {
  const rows: Row[] = []
  for (const scenarios of setting.isLarge ? [1000, 8000] : [1000]) rows.push(...(await rowsOf(scenarios, setting)))
  return rows
}

async function rowsOf(scenarios: number, setting: Setting): Promise<readonly Row[]> {
  const project = join(setting.scratch, `suite-${scenarios}`)
  const rules = processCreationRules(setting.rules, rulesOfASuite)
  copyRules(setting.rules, rules, project)
  writeFiles(project, suiteFor(rules, scenarios))
  const named = (what: string): string => `${scenarios} scenarios: ${what}`
  const figures: readonly Figure[] = [
    { what: named('bare Cucumber, CPU'), unit: 's' },
    { what: named('CPU'), unit: 's' },
    { what: named('times bare Cucumber, CPU'), unit: 'x', wanted: '2x at most, then 1.3x' },
    { what: named('wall'), unit: 's' },
    { what: named('times bare Cucumber, wall'), unit: 'x', wanted: '2x at most, then 1.3x' },
    { what: named('peak memory'), unit: 'MB' },
    { what: named('files written'), unit: 'files' },
  ]
  const warmed = new Set<Build>()
  return await compare(setting, setting.rounds, figures, (build) => {
    const out = join('out', build.name)
    const run = (): CommandCost => costOf([build.bin, 'test', '--out', out], { cwd: project })
    // Proofs are kept from run to run; what making them takes is measured elsewhere.
    if (!warmed.has(build)) run()
    warmed.add(build)
    const bare = bareCucumber(build, project)
    const ours = run()
    const files = globSync(`${out}/**/*`, { cwd: project, withFileTypes: true }).filter((found) => found.isFile())
    return [bare.cpu, ours.cpu, ours.cpu / bare.cpu, ours.wall, ours.wall / bare.wall, ours.megabytes, files.length]
  })
}

/** The same features by Cucumber alone, with its reports that a suite has too. */
function bareCucumber({ root }: Build, project: string): CommandCost {
  writeFiles(root, { 'empty-step.js': "import { Given } from '@cucumber/cucumber'\n\nGiven(/^/, () => {})\n" })
  writeFiles(project, { 'out/bare/.keep': '' })
  const formats = ['html:out/bare/index.html', 'junit:out/bare/junit.xml', 'message:out/bare/messages.ndjson']
  const argv = ['--import', join(root, 'empty-step.js'), ...formats.flatMap((format) => ['--format', format])]
  const cost = costOf([join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), ...argv], { cwd: project })
  rmSync(join(project, 'out/bare'), { recursive: true })
  return cost
}
