import { basename, dirname } from 'node:path'
import type { Event, judge, Rule, readRules } from '../sigma/index.ts'
import type { Build } from './builds.ts'

/**
 * What is measured inside the process, as each checkout offers it. Only as much is said of its types as is used here: an older
 * checkout is asked through the names that it had.
 */
export interface Doors {
  /** Rules of files below a folder, in the order of their paths. */
  readonly rulesIn: (folder: string) => readonly Rule[]
  readonly eventsIn: (file: string) => Promise<readonly Event[]>
  readonly judge: typeof judge
  readonly firesOn: (rule: Rule, event: Event) => boolean
  /** How many of the rules fire on an event. */
  readonly matcherOf: (rules: readonly Rule[]) => (event: Event) => number
}

interface SigmaDoor {
  readonly judge: typeof judge
  readonly firesOn: Doors['firesOn']
  readonly readRules: typeof readRules
}

interface SourcesDoor {
  readonly loadRules: (root: string, paths: readonly string[]) => { readonly rules: readonly Rule[] }
  readonly readEvents: (
    root: string,
    file: { readonly path: string; readonly input: 'json'; readonly gzipped: false },
  ) => AsyncIterable<{ readonly kind: 'event'; readonly event: Event } | { readonly kind: 'fault' }>
}

interface OldMatching {
  readonly matcherOf: (
    rules: readonly Rule[],
  ) => (event: Event, isExplained: boolean) => { readonly matches: readonly unknown[] }
}

export async function doorsOf(build: Build): Promise<Doors> {
  const sigma = (await build.load('sigma/index')) as SigmaDoor
  const sources = (await build.load('sources/index')) as SourcesDoor
  const matching = (await build.load('cli/match-rules')) as OldMatching
  return {
    rulesIn: (folder) => sources.loadRules(dirname(folder), [basename(folder)]).rules,
    eventsIn: async (file) => {
      const events: Event[] = []
      for await (const found of sources.readEvents(dirname(file), {
        path: basename(file),
        input: 'json',
        gzipped: false,
      })) {
        if (found.kind === 'event') events.push(found.event)
      }
      return events
    },
    judge: sigma.judge,
    firesOn: sigma.firesOn,
    matcherOf: (rules) => {
      const matchesOf = matching.matcherOf(rules)
      return (event) => matchesOf(event, false).matches.length
    },
  }
}
