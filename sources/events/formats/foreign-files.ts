/** What a file may be that is neither JSON nor text, or text in a spelling that is not read: what it is, what to do. */
const kinds = {
  evtx: 'a Windows event log (EVTX), which is not read yet; convert it: evtx_dump -o jsonl -f events.jsonl FILE',
  etl: 'a Windows trace (ETL), which is not read; in PowerShell: Get-WinEvent -Oldest -Path FILE | ConvertTo-Json > events.json',
  csv: 'CSV, which is not read yet; in PowerShell: Import-Csv FILE | ConvertTo-Json > events.json',
  xml: 'XML, which is not read yet; export the events as JSON, an .evtx with: evtx_dump -o jsonl -f events.jsonl FILE',
  html: 'an HTML page, perhaps what a server answered instead of the events',
  archive: 'an archive; unpack it first, and name what is in it',
  compressed: 'compressed in a way that is not read; unpack it first, or pack it with gzip',
  gzip: 'packed with gzip under a name without .gz, or packed twice; unpack it first, or add .gz to its name',
  capture: 'a network capture, which is not read; make events of it first, with Zeek for example, as JSON',
  table: 'a table in a binary format, which is not read; export it as JSON lines',
  syslog: 'lines of syslog, which are no JSON; add --input text',
  utf16: 'UTF-16 without a byte order mark; save it as UTF-8',
  utf32: 'UTF-32; save it as UTF-8',
} as const

type Kind = keyof typeof kinds

const extensions: readonly (readonly [RegExp, Kind])[] = [
  [/\.evtx?$/i, 'evtx'],
  [/\.etl$/i, 'etl'],
  [/\.(?:zip|7z|rar|tar|tgz|cab)$/i, 'archive'],
  [/\.(?:xz|zst|bz2|lz4|br)$/i, 'compressed'],
  [/\.(?:pcap|pcapng|cap)$/i, 'capture'],
  [/\.(?:parquet|avro|sqlite|db|xlsx)$/i, 'table'],
]

/** Text, so that it can be asked for as plain lines. */
const textExtensions: readonly (readonly [RegExp, Kind])[] = [
  [/\.[ct]sv$/i, 'csv'],
  [/\.xml$/i, 'xml'],
]

/** How such files begin, in hexadecimal digits. */
const beginnings: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:456c6646696c6500|.{8}4c664c65)/, 'evtx'],
  [/^(?:504b(?:0304|0506|0708)|377abcaf271c|526172211a07|4d534346000000|.{514}7573746172)/, 'archive'],
  [/^(?:28b52ffd|fd377a585a00|425a683.314159265359|04224d18)/, 'compressed'],
  [/^1f8b/, 'gzip'],
  [/^(?:d4c3b2a1|a1b2c3d4|4d3cb2a1|a1b23c4d|0a0d0d0a.{8}(?:1a2b3c4d|4d3c2b1a))/, 'capture'],
  [/^(?:50415231|4f626a01|53514c69746520666f726d6174203300)/, 'table'],
  [/^(?:fffe0000|0000feff)/, 'utf32'],
  [/^(?:(?!00)..00(?!00)..00|00(?!00)..00(?!00)..)/, 'utf16'],
]

/** How text begins that is no JSON, blanks and a byte order mark left out. */
const textBeginnings: readonly (readonly [RegExp, Kind])[] = [
  [/^<(?:!doctype html|html)\b/i, 'html'],
  [/^<\d{1,3}>/, 'syslog'],
  [/^<[?!\p{L}]/u, 'xml'],
  [/^(?:"[^"\n]*"|[\p{L}_@#][^",;\t{}[\]:\n]*)(?:[,;\t](?:"[^"\n]*"|[^",;\t{}[\]:\n]*))+\r?(?:\n|$)/u, 'csv'],
]

/** So many bytes tell what a file is. */
export const tellingBytes = 1024

/** Where a line begins like JSON, what stands before it is the smaller part. */
const lineOfJson = /^[ \t]*[{[]/m

/** What a file of this name is, after "is", if it is nothing that can be read; `isText`: plain lines are asked for. */
export function foreignName(path: string, isText: boolean): string | null {
  return inWords(kindIn(isText ? extensions : [...extensions, ...textExtensions], path), path)
}

/** The same of a file that begins with these bytes: the first {@link tellingBytes}, or all. */
export function foreignContent(beginning: Uint8Array, path: string, isText: boolean): string | null {
  const bytes = Buffer.from(beginning.subarray(0, tellingBytes))
  const binary = kindIn(beginnings, bytes.toString('hex'))
  if (binary !== null || isText) return inWords(binary, path)
  const text = bytes.toString('utf8')
  return lineOfJson.test(text) ? null : inWords(kindIn(textBeginnings, text.trimStart()), path)
}

function kindIn(table: readonly (readonly [RegExp, Kind])[], text: string): Kind | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

function inWords(kind: Kind | null, path: string): string | null {
  return kind === null ? null : kinds[kind].replace('FILE', () => path)
}
