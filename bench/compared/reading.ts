import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { doorsOf } from '../doors.ts'
import { compare, type Figure } from '../measuring/compare.ts'
import { cpuOf } from '../measuring/cpu.ts'
import type { Bench } from '../setting.ts'

const figures: readonly Figure[] = [
  { what: 'read and compile all active rules, CPU', unit: 's' },
  { what: 'the same in multiples of their YAML parse', unit: 'x', wanted: '3x at most' },
]

/** Reading every rule in use against the bare parse of its YAML. */
export const reading: Bench = async (setting) => {
  const { rules, rounds } = setting
  const files = globSync('rules*/**/*.yml', { cwd: rules })
  const texts = files.map((path) => ({ path, text: readFileSync(join(rules, path), 'utf8') }))
  return await compare(setting, rounds * 2, figures, async (build) => {
    const { readText } = await doorsOf(build)
    const parsed = cpuOf(() => texts.map(({ text }) => loadAll(text)))
    const read = cpuOf(() => texts.map(({ path, text }) => readText(path, text)))
    return [read.cpu, read.cpu / parsed.cpu]
  })
}
