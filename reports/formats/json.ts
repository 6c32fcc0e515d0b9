import type { Report } from '../document/report.ts'

/**
 * The report as JSON text in pieces: one line for each rule, scenario, observation, event and finding, so that two
 * reports compare line by line and none has to fit into one string. `run` stands last.
 */
export function* formatJson(report: Report): Generator<string> {
  const { run, ...rest } = report
  const entries = [...Object.entries(rest), ['run', run] as const]
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? '{\n' : ',\n'}${JSON.stringify(key)}: `
    if (Array.isArray(value)) yield* formatList(value)
    else yield JSON.stringify(value)
  }
  yield '\n}\n'
}

function* formatList(items: readonly unknown[]): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '[\n' : ',\n'}${JSON.stringify(item)}`
  yield items.length === 0 ? '[]' : '\n]'
}
