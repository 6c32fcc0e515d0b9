import { compileCondition } from '../condition/compile-condition.ts'
import { rolesIn } from '../condition/roles.ts'
import { readDetection } from '../read/read-detection.ts'
import { readLogSource } from '../read/read-log-source.ts'
import { hashMeaning } from '../rule/meaning.ts'
import type { Predicate } from '../rule/predicate.ts'
import type { Rule, SearchIdentifier } from '../rule/rule.ts'
import type { Source } from '../source.ts'
import type { Placeholders } from '../values/placeholders.ts'
import { entryOf, type YamlEntry, type YamlMap } from '../yaml/node.ts'
import { eventsOf, readYaml } from '../yaml/read-yaml.ts'
import { editedStretch, type Fragment, fragmentsOf, isAlike, type TextEdit } from './fragment.ts'
import { type SearchRereader, searchRereader } from './reread-search.ts'
import { withoutError } from './without-error.ts'

/** What an edit can change of a rule. */
type RuleParts = Partial<Pick<Rule, 'identifiers' | 'condition' | 'logsource'>>

/**
 * Reads a rule again after an edit of its file, and no more of it than the edit lies in: a value, an entry, a search identifier, the
 * condition, the log source. The rule is what `readRules` would make of the edited file, but that nodes which the edit does
 * not touch are the rule's own, with the places that they had. Null where only the whole file can tell: it cannot be read any
 * more, the edit reaches further, or the file is no plain one (several documents, anchors, tags, flow style around the edit).
 * The rule is one as its file says it, without filter documents.
 */
export function rereaderOf(rule: Rule, placeholders: Placeholders): (edit: TextEdit) => Rule | null {
  const root = plainRootOf(rule)
  if (root === null) return () => null
  const { source, span } = rule
  const parts = fragmentsOf(root, source).filter(({ entry }) => Object.hasOwn(readers, entry.key))
  const detection = parts.find(({ entry }) => entry.key === 'detection')
  const inDetection = detection === undefined ? [] : fragmentsOf(detection.entry.value, source)
  const conditions = inDetection.filter(({ entry }) => entry.key === 'condition')
  const searches = new Map<Fragment, SearchRereader>()
  for (const search of rule.identifiers) {
    const own = inDetection.find(({ entry }) => entry.key === search.name)
    if (own !== undefined) searches.set(own, searchRereader(search, own, source, placeholders))
  }

  return (edit) => {
    const edited = { ...source, text: editedStretch(source.text, 0, source.text.length, edit) }
    const scope: Scope = { rule, source: edited, placeholders }
    const changes = changesBy(edit, scope)
    if (changes === null) return null
    const identifiers = changes.identifiers ?? rule.identifiers
    const end = span.end + edited.text.length - source.text.length
    // Most rules that are read again are asked what they say of an event, and not what else depends on their meaning.
    let meaning: string | undefined
    return {
      ...rule,
      ...changes,
      source: edited,
      span: { ...span, end },
      get meaning() {
        meaning ??= hashMeaning([edited.text.slice(span.start, end)], identifiers, placeholders)
        return meaning
      },
    }
  }

  function changesBy(edit: TextEdit, scope: Scope): RuleParts | null {
    for (const [own, reread] of searches) {
      const search = own.holds(edit) ? reread(edit) : null
      if (search !== null) {
        return { identifiers: rule.identifiers.map((each) => (each.name === search.name ? search : each)) }
      }
    }
    const condition = conditions.find((each) => each.holds(edit))?.read(edit)
    if (condition?.key === 'condition') {
      const changes = conditionAfter(condition, scope)
      if (changes !== null) return changes
    }
    const part = parts.find((each) => each.holds(edit))
    const entry = part?.read(edit)
    return part === undefined || entry?.key !== part.entry.key
      ? null
      : (readers[entry.key]?.(entry, scope, part.entry) ?? null)
  }
}

interface Scope {
  readonly rule: Rule
  /** As it is after the edit. */
  readonly source: Source
  readonly placeholders: Placeholders
}

/** The parts of a rule's document that are read by themselves. */
const readers: Readonly<Record<string, (entry: YamlEntry, scope: Scope, before: YamlEntry) => RuleParts | null>> = {
  logsource: (entry) => {
    const logsource = withoutError((report) => readLogSource(mapOf(entry), report))
    return logsource === null ? null : { logsource }
  },
  detection: (entry, { rule, source, placeholders }, before) => {
    const read = withoutError((report) => readDetection(mapOf(entry), source, placeholders, report))
    if (read === null) return null
    const identifiers = read.identifiers.map((search) => {
      const known = rule.identifiers.find(({ name }) => name === search.name)
      const [old, own] = [before, entry].map(({ value }) => entryOf(value, search.name)?.value)
      const isKnown = known !== undefined && old !== undefined && own !== undefined && isAlike(old, own)
      return isKnown ? { ...search, predicate: known.predicate } : search
    })
    return { ...read, identifiers }
  },
}

function conditionAfter({ value }: YamlEntry, { rule, source }: Scope): RuleParts | null {
  const names = rule.identifiers.map(({ name }) => name)
  const condition = withoutError((report) => compileCondition(value, { source, names, report }))
  return condition === null ? null : { condition, identifiers: withRolesIn(condition, rule.identifiers) }
}

function withRolesIn(condition: Predicate, identifiers: readonly SearchIdentifier[]): readonly SearchIdentifier[] {
  const roles = rolesIn(condition)
  return identifiers.map((each) => {
    const role = roles.get(each.name) ?? 'unused'
    return role === each.role ? each : { ...each, role }
  })
}

function mapOf(entry: YamlEntry): YamlMap {
  return { kind: 'map', entries: [entry], span: entry.span }
}

/** The document of a rule that is alone in its file, with nothing in it that reaches from one place to another; else null. */
function plainRootOf({ source, filters }: Rule): YamlMap | null {
  const { documents } = readYaml(source)
  const [first] = documents
  const isPlain = eventsOf(source).every(
    (event) => (!('tagEnd' in event) || event.tagEnd < 0) && (!('anchorEnd' in event) || event.anchorEnd < 0),
  )
  if (first?.root.kind !== 'map' || documents.length > 1 || filters.length > 0 || !isPlain) return null
  return first.root.entries.some(({ key }) => key === 'action') ? null : first.root
}
