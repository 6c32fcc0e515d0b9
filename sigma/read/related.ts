import type { Report } from '../problem.ts'
import { badMetadata, obsoleteRelation } from '../problems/metadata.ts'
import { entryOf, type YamlMap, type YamlNode } from '../yaml/node.ts'

const relations = ['derived', 'obsolete', 'merged', 'renamed', 'similar', 'correlation']

/** Checks `related`: a list of maps with the id of another rule and what it is to this one. */
export function checkRelated(root: YamlMap, report: Report): void {
  const related = entryOf(root, 'related')?.value
  if (related === undefined) return
  if (related.kind !== 'list') {
    report(badMetadata(related.span, 'related', 'a list of maps with id and type', `a ${related.kind}`))
    return
  }
  for (const item of related.items) checkRelation(item, report)
}

function checkRelation(item: YamlNode, report: Report): void {
  const id = entryOf(item, 'id')?.value
  const type = entryOf(item, 'type')?.value
  if (id?.kind !== 'scalar' || typeof id.value !== 'string' || type?.kind !== 'scalar') {
    report(badMetadata(item.span, 'related', 'a list of maps with id and type', 'something else in it'))
  } else if (type.text === 'obsoletes') report(obsoleteRelation(type.span))
  else if (!relations.includes(type.text)) {
    report(badMetadata(type.span, 'related', `of a type among ${relations.join(', ')}`, `'${type.text}'`))
  }
}
