import { badMetadata, obsoleteRelation } from '../problems/metadata.ts'
import type { ReportProblem } from '../problems/problem.ts'
import { entryOf, type YamlMap, type YamlNode } from '../yaml/node.ts'
import { nearestHint, shown, spelledText } from './metadata-field.ts'

const relations = ['derived', 'obsolete', 'merged', 'renamed', 'similar', 'correlation']

/** Checks `related`: a list of maps with the id of another rule and what it is to this one. */
export function checkRelated(root: YamlMap, report: ReportProblem): void {
  const related = entryOf(root, 'related')?.value
  if (related === undefined) return
  if (related.kind !== 'list') {
    report(badMetadata(related.span, 'related', listOfRelations, `got ${shown(related)}`))
    return
  }
  for (const [index, item] of related.items.entries()) checkRelation(item, index + 1, report)
}

const listOfRelations = 'a list of maps with id and type'

function checkRelation(item: YamlNode, number: number, report: ReportProblem): void {
  const id = entryOf(item, 'id')?.value
  const type = entryOf(item, 'type')?.value
  const text = type === undefined ? null : spelledText(type)
  if (item.kind !== 'map') {
    report(badMetadata(item.span, 'related', listOfRelations, `item ${number} is ${shown(item)}`))
  } else if (id === undefined || spelledText(id) === null || type === undefined || text === null) {
    const lacking = id === undefined || spelledText(id) === null ? 'id' : 'type'
    report(badMetadata(item.span, 'related', listOfRelations, `item ${number} has no ${lacking}`))
  } else if (text === 'obsoletes') report(obsoleteRelation(type.span))
  else if (!relations.includes(text)) {
    const meant = relations.find((each) => each === text.trim().toLowerCase())
    const hint = meant === undefined ? nearestHint(text, relations) : `Write ${meant}.`
    report(badMetadata(type.span, 'related', `of a type among ${relations.join(', ')}`, `got ${shown(type)}`, hint))
  }
}
