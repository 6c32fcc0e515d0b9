import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Build } from '../builds.ts'
import { costOf } from '../measuring/command-cost.ts'
import { compare, type Figure } from '../measuring/compare.ts'
import { cpuOf } from '../measuring/cpu.ts'
import { mutatingIn } from '../mutation-doors.ts'
import { copyRules, processCreationRules, suiteFor, writeFiles } from '../project.ts'
import type { Bench, Setting } from '../setting.ts'

/** Rules whose mutants are made. */
const subjects = { usual: 15, large: 50 } as const

const figures: readonly Figure[] = [
  { what: 'mutants judged', unit: '/s', wanted: '10,000/s' },
  { what: 'mutants judged, the first time', unit: '/s' },
  { what: 'survivors proved', unit: '/s', wanted: '1,000/s' },
  { what: 'mutate as a command, CPU', unit: 's' },
  { what: 'mutate as a command, peak memory', unit: 'MB' },
]

/** Judging takes less than a second: it is done again, read anew, until V8 has compiled what it needs. */
const warmUps = 4

/** Mutants of rules about process creations, judged by the scenarios that are suggested for them. */
export const mutation: Bench = async (setting) => {
  const { isLarge, rounds } = setting
  const suite = suggestedSuite(setting)
  const ready = new Map<Build, string>()
  const found = new Set<string>()
  const rows = await compare(setting, Math.ceil(rounds / 2), figures, async (build) => {
    const project = ready.get(build) ?? ranProject(suite, build, setting)
    ready.set(build, project)
    const mutatingHere = await mutatingIn(build)
    const judged = []
    for (let times = 0; times < warmUps; times += 1) judged.push(cpuOf((await mutatingHere(project)).judge))
    const [first] = judged
    if (first === undefined) throw new Error('nothing was judged')
    const { mutants, killed, survivors, prove } = first.value
    const proved = cpuOf(() => prove(isLarge ? 1 : 4))
    found.add(
      `${mutants} mutants, ${killed} killed, ${survivors} survived, ${proved.value.filter(isSame).length} the same`,
    )
    rmSync(join(project, 'out/.cache'), { recursive: true, force: true })
    const command = costOf([build.bin, 'mutate'], { cwd: project, codes: [0, 1] })
    const least = Math.min(...judged.map(({ cpu }) => cpu))
    return [mutants / least, mutants / first.cpu, proved.value.length / proved.cpu, command.cpu, command.megabytes]
  })
  process.stderr.write(`${[...found].join('\nbut also: ')}\n`)
  return rows
}

/** A project of rules with the features that `test --suggest` writes for them. */
function suggestedSuite({ rules: from, scratch, now, isLarge }: Setting): string {
  const [project, suite] = [join(scratch, 'suggest'), join(scratch, 'suggested')]
  const rules = processCreationRules(from, isLarge ? subjects.large : subjects.usual)
  copyRules(from, rules, project)
  writeFiles(project, suiteFor(rules, 1))
  costOf([now.bin, 'test', '--suggest'], { cwd: project })
  cpSync(join(project, 'rules'), join(suite, 'rules'), { recursive: true })
  cpSync(join(project, 'out/suggestions'), join(suite, 'features'), { recursive: true })
  return suite
}

/** A copy of the suite that a build has run. */
function ranProject(suite: string, { name, bin }: Build, { scratch }: Setting): string {
  const project = join(scratch, `mutated-${name}`)
  cpSync(suite, project, { recursive: true })
  costOf([bin, 'test'], { cwd: project })
  return project
}

function isSame(kind: string): boolean {
  return kind === 'ignored'
}
