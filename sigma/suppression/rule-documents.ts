import type { RuleKey } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { YamlDocument } from '../yaml/node.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** The documents of a file; none where it is no YAML. */
export function documentsOf(source: Source): readonly YamlDocument[] {
  return readYaml(source).documents
}

/** The document that a place lies in; null where there is none. */
export function documentAt(documents: readonly YamlDocument[], offset: number): YamlDocument | null {
  return documents.findLast(({ span }) => span.start <= offset) ?? documents[0] ?? null
}

/** The key of a file's document, as `readRules` gives it: the path, with a number where there are several. */
export function keyOfDocument(
  documents: readonly YamlDocument[],
  document: YamlDocument | null,
  path: string,
): RuleKey {
  return documents.length > 1 && document !== null ? `${path}#${documents.indexOf(document) + 1}` : path
}
