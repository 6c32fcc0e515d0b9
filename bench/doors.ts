import { basename, dirname } from 'node:path'
import type { Event, judge, Rule, readRules, sourceOf } from '../sigma/index.ts'
import type { Build } from './builds.ts'

/**
 * What is measured inside the process, as each checkout offers it. Only as much is said of its types as is used here: an older
 * checkout is asked through the names that it had.
 */
export interface Doors {
  /** Reads and compiles the text of one file. */
  readonly readText: (path: string, text: string) => unknown
  /** Rules of files below a folder, in the order of their paths. */
  readonly rulesIn: (folder: string) => readonly Rule[]
  readonly eventsIn: (file: string) => Promise<readonly Event[]>
  readonly judge: typeof judge
  readonly firesOn: (rule: Rule, event: Event) => boolean
  readonly matching: (rules: readonly Rule[]) => Matching
}

/** How many of some rules fire on an event. */
export interface Matching {
  /** As `eval` asks, which also wants the search identifiers that match. */
  readonly replayed: (event: Event) => number
  /** As `no rule fires` asks. */
  readonly fired: (event: Event) => number
}

interface SigmaDoor {
  readonly judge: typeof judge
  readonly firesOn: Doors['firesOn']
  readonly readRules: typeof readRules
  readonly sourceOf: typeof sourceOf
}

interface SourcesDoor {
  readonly loadRules: (root: string, paths: readonly string[]) => { readonly rules: readonly Rule[] }
  readonly findEventFiles: (root: string, paths: readonly string[]) => readonly unknown[]
  readonly readEvents: (
    root: string,
    file: unknown,
  ) => AsyncIterable<{ readonly kind: 'event'; readonly event: Event } | { readonly kind: 'fault' }>
}

type Replay = (event: Event, isExplained: boolean) => { readonly matches: readonly unknown[] }

interface Matcher {
  readonly firing: (event: Event) => readonly Rule[]
}

interface MatchingDoor {
  readonly referenceMatcher: (rules: readonly Rule[]) => Matcher
  readonly replayOf: (matcher: Matcher) => Replay
}

/** Where there was no station for it yet. */
interface OldMatching {
  readonly matcherOf: (rules: readonly Rule[]) => Replay
}

export async function doorsOf(build: Build): Promise<Doors> {
  const sigma = (await build.load('sigma/index')) as SigmaDoor
  const sources = (await build.load('sources/index')) as SourcesDoor
  return {
    readText: (path, text) => sigma.readRules(sigma.sourceOf(path, text)),
    rulesIn: (folder) => sources.loadRules(dirname(folder), [basename(folder)]).rules,
    eventsIn: async (file) => {
      const events: Event[] = []
      for (const each of sources.findEventFiles(dirname(file), [basename(file)])) {
        for await (const found of sources.readEvents(dirname(file), each)) {
          if (found.kind === 'event') events.push(found.event)
        }
      }
      return events
    },
    judge: sigma.judge,
    firesOn: sigma.firesOn,
    matching: await matchingOf(build, sigma),
  }
}

async function matchingOf(build: Build, { judge }: SigmaDoor): Promise<Doors['matching']> {
  if (build.has('matching/index')) {
    const { referenceMatcher, replayOf } = (await build.load('matching/index')) as MatchingDoor
    return (rules) => {
      const matcher = referenceMatcher(rules)
      const replay = replayOf(matcher)
      return {
        replayed: (event) => replay(event, false).matches.length,
        fired: (event) => matcher.firing(event).length,
      }
    }
  }
  const { matcherOf } = (await build.load('cli/match-rules')) as OldMatching
  return (rules) => {
    const replay = matcherOf(rules)
    return {
      replayed: (event) => replay(event, false).matches.length,
      fired: (event) => rules.filter((rule) => judge(rule, event).verdict.kind === 'fires').length,
    }
  }
}
