import { entryOf, type YamlMap } from '../yaml/node.ts'

/** What a document of the file is (semantics 1.1). */
export type DocumentKind = 'detection' | 'correlation' | 'filter'

/** One of these says that a map is meant as a Sigma document; so does `action`. */
export const markingKeys: readonly string[] = ['detection', 'correlation', 'filter', 'logsource']

/** What a document is by its keys. A mere remark under `correlation` beside a `detection` does not make it a correlation. */
export function kindOf(root: YamlMap): DocumentKind {
  if (entryOf(root, 'correlation') !== undefined && !isRemark(root)) return 'correlation'
  return entryOf(root, 'filter') === undefined ? 'detection' : 'filter'
}

/** Whether `correlation` holds a remark of the rule's author: no map or list, beside a `detection`. */
export function isRemark(root: YamlMap): boolean {
  return entryOf(root, 'correlation')?.value.kind === 'scalar' && entryOf(root, 'detection') !== undefined
}

/** Whether a map has a key that only Sigma documents have. */
export function isSigma(root: YamlMap): boolean {
  return markingKeys.some((key) => entryOf(root, key) !== undefined)
}
