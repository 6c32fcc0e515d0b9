import {
  codeFrame,
  nearestOrKnown,
  type Placeholders,
  positionOf,
  readYaml,
  type Source,
  type Span,
  visibleText,
  type YamlNode,
} from '../../sigma/index.ts'
import type { FieldMapping, OwnEnvelope } from '../events/spelling/spelling.ts'
import { envelopesIn, mappingIn } from '../events/spelling/spelling-settings.ts'
import { SourceError } from '../faults/source-error.ts'
import { type AllowedRule, allowedRulesIn, type UnreadSetting, unreadIn } from './allowed-rules.ts'
import { configurationSource } from './configuration-file.ts'
import { type IgnoreSetting, ignoresIn } from './ignore-settings.ts'
import { plainValue, spanAt } from './plain-value.ts'
import { type Refusal, type Requirements, requirementsIn, type Thresholds, thresholdsIn } from './thresholds.ts'

/** What `sigmaproof.yml` says; what it leaves out is not there. */
export interface Configuration {
  readonly rules?: readonly string[]
  readonly exclude?: readonly string[]
  readonly features?: readonly string[]
  readonly out?: string
  readonly seed?: string
  readonly strict?: boolean
  readonly suggest?: boolean
  readonly thresholds?: Thresholds
  readonly require?: Requirements
  readonly unread?: UnreadSetting
  readonly neverFires?: readonly AllowedRule[]
  readonly placeholders?: Placeholders
  readonly envelopes?: readonly OwnEnvelope[]
  readonly mapping?: FieldMapping
  readonly ignore?: readonly IgnoreSetting[]
}

interface ConfigurationFault {
  readonly span: Span
  readonly message: string
}

/** Takes what is wrong with a value: what its key takes instead. The reader then answers anything. */
type Refuse = (node: YamlNode, wanted: string) => void

/** Takes what is wrong with something below the value. */
type ReportFault = (fault: ConfigurationFault) => void

type Reader = (node: YamlNode, refuse: Refuse, report: ReportFault) => Configuration

const readers: Readonly<Record<keyof Configuration, Reader>> = {
  rules: (node, refuse) => ({ rules: paths(node, refuse) }),
  exclude: (node, refuse) => ({ exclude: paths(node, refuse) }),
  features: (node, refuse) => ({ features: paths(node, refuse) }),
  out: (node, refuse) => ({ out: text(node, refuse) }),
  seed: (node, refuse) => ({ seed: text(node, refuse) }),
  strict: (node, refuse) => ({ strict: flag(node, refuse) }),
  suggest: (node, refuse) => ({ suggest: flag(node, refuse) }),
  thresholds: (node, _, report) => ({ thresholds: thresholdsIn(plainValue(node), refusalAt(node, report)) }),
  require: (node, _, report) => ({ require: requirementsIn(plainValue(node), refusalAt(node, report)) }),
  unread: (node, _, report) => ({ unread: unreadIn(plainValue(node), refusalAt(node, report)) }),
  neverFires: (node, _, report) => ({ neverFires: allowedRulesIn(plainValue(node), refusalAt(node, report)) }),
  placeholders: (node, refuse) => ({ placeholders: placeholders(node, refuse) }),
  envelopes: (node, _, report) => ({ envelopes: envelopesIn(plainValue(node), refusalAt(node, report)) }),
  mapping: (node, _, report) => ({ mapping: mappingIn(plainValue(node), refusalAt(node, report)) }),
  ignore: (node, _, report) => ({
    ignore: ignoresIn(plainValue(node), refusalAt(node, report), (index) =>
      spanAt(node, [String(index), 'code'], 'value'),
    ),
  }),
}

/**
 * Reads `sigmaproof.yml` (or `sigmaproof.yaml`, or either with a dot before it) in the project root; empty when there is none. Throws one {@link SourceError} with every fault,
 * each with its place: an unknown key (with the nearest names), a value of the wrong type, YAML that cannot be read.
 */
export function readConfiguration(root: string): Configuration {
  const source = configurationSource(root)
  if (source === null) return {}
  const { documents, problems } = readYaml(source)
  const faults: ConfigurationFault[] = problems.map(({ span, message }) => ({ span, message }))
  for (const { root: extra } of documents.slice(1)) faults.push({ span: start(extra), message: 'a second document' })
  const [document] = documents
  const found = document === undefined ? {} : configurationIn(document.root, (fault) => faults.push(fault))
  if (faults.length > 0) throw new SourceError(faults.map((fault) => describe(fault, source)).join('\n'))
  return found
}

function configurationIn(node: YamlNode, report: ReportFault): Configuration {
  if (node.kind !== 'map') {
    report({ span: start(node), message: 'the configuration must be a map' })
    return {}
  }
  let configuration: Configuration = {}
  for (const { key, keySpan, value } of node.entries) {
    if (!isKey(key)) report({ span: keySpan, message: unknownKey(key) })
    else {
      const refuse: Refuse = (at, wanted) => report({ span: start(at), message: `"${key}" takes ${wanted}` })
      configuration = { ...configuration, ...readers[key](value, refuse, report) }
    }
  }
  return configuration
}

function refusalAt(node: YamlNode, report: ReportFault): Refusal {
  return (at, about, message) => report({ span: spanAt(node, at, about), message })
}

function isKey(key: string): key is keyof Configuration {
  return Object.hasOwn(readers, key)
}

function unknownKey(key: string): string {
  return `there is no key "${key}"; ${nearestOrKnown(key, Object.keys(readers))}`
}

function paths(node: YamlNode, refuse: Refuse): readonly string[] {
  const items = node.kind === 'list' ? node.items : [node]
  const found = items.flatMap((item) => filled(item) ?? [])
  if (found.length < items.length || found.length === 0) {
    refuse(items.find((item) => filled(item) === null) ?? node, 'a file, folder or glob, or a list of them')
  }
  return found
}

function text(node: YamlNode, refuse: Refuse): string {
  const found = filled(node)
  if (found === null) refuse(node, 'a text that is not empty')
  return found ?? ''
}

function flag(node: YamlNode, refuse: Refuse): boolean {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
  refuse(node, 'true or false')
  return false
}

function placeholders(node: YamlNode, refuse: Refuse): Placeholders {
  const entries = node.kind === 'map' ? node.entries : []
  if (node.kind !== 'map') refuse(node, 'a map from a name to a value or a list of values')
  return Object.fromEntries(entries.map(({ key, value }) => [key, placeholderValues(value, refuse)]))
}

/** A number is taken as it is spelled: a seed of 007 is the text `007`. */
function filled(node: YamlNode): string | null {
  if (node.kind !== 'scalar' || node.text === '') return null
  return typeof node.value === 'string' || typeof node.value === 'number' ? node.text : null
}

function placeholderValues(node: YamlNode, refuse: Refuse): readonly string[] {
  const items = node.kind === 'list' ? node.items : [node]
  if (items.length === 0) refuse(node, 'at least one value for each name')
  return items.flatMap((item) => {
    if (item.kind === 'scalar' && (typeof item.value === 'string' || typeof item.value === 'number')) return [item.text]
    refuse(item, 'texts and numbers as values')
    return []
  })
}

/** A long value is known by where it starts. */
function start(node: YamlNode): Span {
  return node.kind === 'scalar' ? node.span : { ...node.span, end: node.span.start }
}

function describe({ span, message }: ConfigurationFault, source: Source): string {
  const { line, column } = positionOf(source, span.start)
  const frame = codeFrame(source, span).replaceAll(/^/gm, '    ')
  return `${source.path}:${line}:${column}: ${visibleText(message)}\n${frame}`
}
