import type { FieldFormat } from '../../../catalogue/index.ts'
import { fold } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import { fileName } from '../../host/programs/find-program.ts'
import type { Piece } from '../operators/definition.ts'
import { composedCallTrace } from './compose-call-trace.ts'
import { composedPath } from './compose-path.ts'
import { composedRegistryPath } from './compose-registry-path.ts'

/** What stands around the pieces: the field's realistic value, a person's folder name, the home and hive of whoever acts, the number of the attempt. */
export interface TextSetting {
  readonly format: FieldFormat
  readonly usual: string
  readonly domain: string
  readonly person: string
  readonly home: string
  readonly hive: string
  readonly attempt: number
  readonly chance: Chance
}

/** A realistic text that holds all the pieces where they belong, as far as one can: the caller checks it. */
export function composedText(pieces: readonly Piece[], setting: TextSetting): string {
  const whole = pieces.find((piece) => piece.start && piece.end)
  if (whole !== undefined) return whole.text
  const start = longest(pieces.filter((piece) => piece.start).map((piece) => piece.text))
  const end = longest(pieces.filter((piece) => piece.end).map((piece) => piece.text))
  const inner = pieces.filter((piece) => !piece.start && !piece.end).map((piece) => piece.text)
  const middles = distinct(inner, [start, end])
  switch (setting.format) {
    case 'path':
    case 'directory':
      return composedPath({ ...setting, isFolder: setting.format === 'directory', start, middles, end })
    case 'command-line':
      return composedCommandLine(start, middles, end, setting)
    case 'account':
    case 'audited-account':
      return composedAccount(start + middles.join('') + end, setting)
    case 'hashes':
      return composedHashes([start, ...middles, end], setting)
    case 'address':
      return composedAddress(start, middles.join('') + end, setting)
    case 'registry-path':
    case 'audited-registry-path':
      return composedRegistryPath({ ...setting, start, middles, end })
    case 'call-trace':
      return composedCallTrace({ ...setting, start, middles, end })
    case 'registry-details':
      return composedDetails(start, middles, end, setting)
    case 'text':
    case 'utc-time':
    case 'guid':
    case 'sid':
    case 'process-id':
    case 'thread-id':
    case 'number':
    case 'port':
    case 'boolean':
    case 'hex':
    case 'memory-address':
    case 'device':
    case 'host-name':
    case 'dns-results':
    case 'pipe-name':
    case 'wmi-text':
    case 'script':
    case 'one-of':
      return spaced([start, ...middles, end], setting.attempt % 2 === 0 ? ' ' : '')
  }
}

/** Data of a registry value: a path where a fragment of one is wanted first, else the texts one after the other. */
function composedDetails(start: string, middles: readonly string[], end: string, setting: TextSetting): string {
  const first = [start, ...middles, end].find((text) => text !== '') ?? ''
  const isPath = start === '' && /^:?\\[\w .$-]+\\/.test(first)
  if (isPath) return composedPath({ ...setting, isFolder: false, start, middles, end, usual: 'ContosoSync.exe' })
  return spaced([start, ...middles, end], setting.attempt % 2 === 0 ? ' ' : '')
}

function composedCommandLine(start: string, middles: readonly string[], end: string, setting: TextSetting): string {
  const { usual, attempt } = setting
  const program = /^(?:"[^"]*"|\S+)/.exec(usual)?.[0] ?? ''
  const leads = [program, fileName(program.replaceAll('"', '')), '', 'cmd.exe /c']
  const lead = start !== '' ? start : (leads[attempt % leads.length] ?? '')
  // Something to stand last, for rules that want no blank or no fragment of theirs at the end.
  const rest = end === '' && attempt % 4 === 3 ? 'done' : end
  return spaced([lead, ...middles, rest], attempt < 8 ? ' ' : '')
}

function composedAccount(text: string, { domain, person, attempt }: TextSetting): string {
  if (text.includes('\\'))
    return text.startsWith('\\') ? `${domain}${text}` : text.endsWith('\\') ? `${text}${person}` : text
  return attempt % 2 === 0 ? `${domain}\\${text}` : `${text}\\${person}`
}

const hashNames: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA1'],
  [64, 'SHA256'],
])

/** The usual hashes with those that are wanted in their places. */
function composedHashes(pieces: readonly string[], { usual, attempt }: TextSetting): string {
  const wanted = pieces.flatMap((piece) => piece.split(',')).filter((piece) => piece !== '')
  const named = wanted.map((piece) => {
    if (piece.includes('=')) return piece.toUpperCase()
    const name = piece.length === 32 && attempt % 2 === 1 ? 'IMPHASH' : hashNames.get(piece.length)
    return `${name ?? 'SHA256'}=${piece.toUpperCase()}`
  })
  const nameOf = (hash: string) => hash.slice(0, hash.indexOf('='))
  return usual
    .split(',')
    .map((hash) => named.find((each) => nameOf(each) === nameOf(hash)) ?? hash)
    .join()
}

/** An address that begins or ends with these groups; what is left of it is drawn. */
function composedAddress(start: string, end: string, { chance }: TextSetting): string {
  const mark = `${start}${end}`.includes(':') ? ':' : '.'
  const size = mark === ':' ? 8 : 4
  const group = () =>
    mark === ':'
      ? chance.number.int({ min: 1, max: 0xffff }).toString(16)
      : String(chance.number.int({ min: 1, max: 254 }))
  const groups = (text: string) => text.split(mark).filter((part) => part !== '')
  const [first, last] = [groups(start), groups(end)]
  const between = Array.from({ length: Math.max(0, size - first.length - last.length) }, group)
  return [...first, ...between, ...last].join(mark)
}

/** Joined with the glue, but never with two blanks where one piece brings its own. */
function spaced(texts: readonly string[], glue: string): string {
  return texts.reduce((left, right) => {
    if (left === '' || right === '') return left + right
    return left.endsWith(' ') || right.startsWith(' ') ? left + right : left + glue + right
  })
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

/** The texts without repetitions and without those that another holds already, in their order. */
function distinct(texts: readonly string[], others: readonly string[]): readonly string[] {
  const once = texts.filter(
    (text, index) => text !== '' && texts.findIndex((each) => fold(each) === fold(text)) === index,
  )
  return once.filter(
    (text) => ![...once.filter((each) => each !== text), ...others].some((each) => fold(each).includes(fold(text))),
  )
}
