import type { Comparison, Leaf, NodeId, Regex, Test, TestOf, TimePart } from '../predicate.ts'
import type { Report } from '../problem.ts'
import { keywordNeedsField, notFinite } from '../problems/detection.ts'
import {
  badNetwork,
  badRegex,
  fieldrefWildcard,
  modifierValue,
  namedGroup,
  outOfRange,
  placeholderWithoutValue,
  tooManyAlternatives,
} from '../problems/modifier.ts'
import { shown } from '../read/metadata-field.ts'
import { parseNetwork } from '../values/network.ts'
import { parsePattern } from '../values/pattern.ts'
import { expandText, type Placeholders } from '../values/placeholders.ts'
import { parseRegex } from '../values/regex.ts'
import { timePartRanges } from '../values/time-part.ts'
import type { YamlScalar } from '../yaml/node.ts'
import { type FieldKey, fieldNamed } from './field-key.ts'
import type { ModifierRole, NamedModifier } from './modifiers.ts'
import { alternativeLimit, anchorOf, textTest } from './text-test.ts'

/** What the compilation of one search identifier needs to know beside the text. */
export interface Compilation {
  readonly identifier: string
  readonly placeholders: Placeholders
  readonly report: Report
  /** A leaf that this value of this key, in this place, was compiled to before. */
  readonly known?: (value: YamlScalar, key: FieldKey, id: NodeId) => Leaf | undefined
}

/** Compiles one value of a key to its test (semantics 3.4 and section 4). Null after a problem. */
export function compileValue(value: YamlScalar, key: FieldKey, compilation: Compilation): Test | null {
  const { report } = compilation
  if (key.field === null && value.value === null) {
    report(keywordNeedsField(value.span, compilation.identifier, 'a null value'))
    return null
  }
  if (typeof value.value === 'number' && !Number.isFinite(value.value)) {
    report(notFinite(value.span, `${compilation.identifier}.${key.text}`))
    return null
  }
  for (const modifier of key.modifiers) {
    const needed = refusedBy(modifier.role, value.value)
    if (needed === null) continue
    report(modifierValue(value.span, modifier.name, needed, shown(value)))
    return null
  }
  const lead = key.modifiers.find(({ role }) => isLead(role))
  return lead === undefined ? plainTest(value, key, compilation) : leadTest(value, lead, key, compilation)
}

const textOnly = 'string'

/** The type of value that a modifier needs where this one does not fit; else null. */
function refusedBy(role: ModifierRole, value: YamlScalar['value']): string | null {
  switch (role.kind) {
    case 'list':
      return null
    case 'anchor':
    case 'cased':
      return value === null ? 'string, number or boolean' : null
    case 're':
    case 'flag':
    case 'cidr':
    case 'fieldref':
    case 'encoding':
    case 'windash':
    case 'expand':
      return typeof value === 'string' ? null : textOnly
    case 'comparison':
      return typeof value === 'number' ? null : 'number'
    case 'time':
      return Number.isInteger(value) ? null : 'whole number'
    case 'exists':
      return typeof value === 'boolean' ? null : 'boolean'
  }
}

function isLead(role: ModifierRole): boolean {
  return ['re', 'cidr', 'exists', 'fieldref', 'comparison', 'time'].includes(role.kind)
}

function plainTest(value: YamlScalar, key: FieldKey, compilation: Compilation): Test | null {
  const comparesText = key.modifiers.some(({ role }) => role.kind !== 'list')
  if (key.field === null && typeof value.value === 'boolean') {
    compilation.report(keywordNeedsField(value.span, compilation.identifier, 'a boolean value'))
    return null
  }
  switch (typeof value.value) {
    case 'number':
      if (!comparesText) return { operator: 'number', value: value.value, spelling: value.text }
      return textTest({ ...value, hasWildcards: false }, key, compilation.placeholders, compilation.report)
    case 'boolean':
      if (!comparesText) return { operator: 'boolean', value: value.value }
      return textTest(
        { text: String(value.value), hasWildcards: false, span: value.span },
        key,
        compilation.placeholders,
        compilation.report,
      )
    case 'string':
      return textTest({ ...value, hasWildcards: true }, key, compilation.placeholders, compilation.report)
    default:
      return { operator: 'null' }
  }
}

function leadTest(value: YamlScalar, lead: NamedModifier, key: FieldKey, compilation: Compilation): Test | null {
  const { role } = lead
  switch (role.kind) {
    case 're':
      return regexTest(value, key, compilation)
    case 'cidr': {
      const network = parseNetwork(value.text)
      if (typeof network !== 'string') return { operator: 'cidr', network }
      compilation.report(badNetwork(value.span, value.text, network))
      return null
    }
    case 'exists':
      return { operator: 'exists', value: value.value === true }
    case 'fieldref':
      return fieldrefTest(value, key, compilation)
    case 'comparison':
      return { operator: 'compare', comparison: role.comparison, value: Number(value.value), spelling: value.text }
    case 'time':
      return timeTest(value, role.part, key, compilation)
    default:
      return null
  }
}

function regexTest(value: YamlScalar, key: FieldKey, { placeholders, report }: Compilation): TestOf<'re'> | null {
  const flags = new Set(key.modifiers.map(({ role }) => (role.kind === 'flag' ? role.flag : null)))
  const expands = key.modifiers.some(({ role }) => role.kind === 'expand')
  const texts = expands ? expandText(value.text, placeholders, alternativeLimit) : [value.text]
  if ('kind' in texts) {
    const hasNoValue = texts.kind === 'no-value'
    report(
      hasNoValue
        ? placeholderWithoutValue(value.span, texts.name)
        : tooManyAlternatives(value.span, 'expand', alternativeLimit),
    )
    return null
  }
  const alternatives: Regex[] = []
  for (const text of texts) {
    const parsed = parseRegex(text, {
      ignoreCase: flags.has('ignoreCase'),
      multiline: flags.has('multiline'),
      dotAll: flags.has('dotAll'),
    })
    if (typeof parsed === 'string') {
      report(badRegex(value.span, key.text, parsed))
      return null
    }
    if (parsed.namesGroup) report(namedGroup(value.span, key.text))
    alternatives.push(parsed.regex)
  }
  return { operator: 're', alternatives }
}

function fieldrefTest(value: YamlScalar, key: FieldKey, { report }: Compilation): TestOf<'fieldref'> | null {
  const [name, ...rest] = parsePattern(value.text)
  if (name?.kind !== 'text' || rest.length > 0) {
    report(fieldrefWildcard(value.span, key.text))
    return null
  }
  const cased = key.modifiers.some(({ role }) => role.kind === 'cased')
  return { operator: 'fieldref', anchor: anchorOf(key), cased, field: fieldNamed(name.text) }
}

function timeTest(value: YamlScalar, part: TimePart, key: FieldKey, { report }: Compilation): TestOf<'time'> {
  let comparison: Comparison | 'eq' = 'eq'
  for (const { role } of key.modifiers) if (role.kind === 'comparison') comparison = role.comparison
  const wanted = Number(value.value)
  const [least, most] = timePartRanges[part]
  if (wanted < least || wanted > most) report(outOfRange(value.span, part, wanted))
  return { operator: 'time', part, comparison, value: wanted }
}
