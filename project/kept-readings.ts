import { type RuleReading, readRules } from '../sigma/index.ts'
import type { ReadRules } from '../sources/rules/index.ts'

type Kept = ReadonlyMap<string, { readonly text: string; readonly reading: RuleReading }>

/** By project, what was read of each of its files the last time. */
const kept = new Map<string, Kept>()

/** Reads the files of one project, but for those that hold the text that they held the last time. */
export function keptReadings(project: string): ReadRules {
  const before = kept.get(project)
  const now = new Map<string, { readonly text: string; readonly reading: RuleReading }>()
  kept.set(project, now)
  return (source, options) => {
    const known = before?.get(source.path)
    const reading = known?.text === source.text ? known.reading : readRules(source, options)
    now.set(source.path, { text: source.text, reading })
    return reading
  }
}
