import { type Event, parseEvents, YAMLException } from 'js-yaml'
import { yamlProblem } from '../problems/document.ts'
import type { Problem } from '../problems/problem.ts'
import type { Source } from '../source.ts'
import { composeDocuments } from './compose.ts'
import { hintForFault } from './fault-hint.ts'
import type { YamlDocument } from './node.ts'
import { YamlFault } from './yaml-fault.ts'

/**
 * Reads a YAML stream (semantics 1.1): the core schema of YAML 1.2 with merge keys, unique keys, at most 100 alias
 * expansions to a document; keys and numbers keep their source text. One fault ends the reading.
 */
export function readYaml(source: Source): { documents: readonly YamlDocument[]; problems: readonly Problem[] } {
  try {
    return { documents: composeDocuments(source, eventsOf(source)), problems: [] }
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error
    const hint = hintForFault(source, error.span, error.message)
    return { documents: [], problems: [yamlProblem(error.span, error.message, hint)] }
  }
}

/** The events of a stream; throws a {@link YamlFault} where it is no YAML. */
export function eventsOf(source: Source): readonly Event[] {
  try {
    return parseEvents(source.text, {})
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const at = Math.min(error.mark?.position ?? 0, source.text.length)
    throw new YamlFault(
      error.reason,
      { path: source.path, start: at, end: Math.min(at + 1, source.text.length) },
      error,
    )
  }
}
