/** A kind of file that is not read, or text in a spelling that is not, and how to tell it. */
interface ForeignFile {
  /** What it is, after "is", and what to do; `FILE` stands for its path. */
  readonly what: string
  /** How its name ends. */
  readonly named?: RegExp
  /** How its bytes begin, in hexadecimal digits. */
  readonly bytes?: RegExp
  /** How it begins as text, blanks and a byte order mark left out. Such a file can be asked for as plain lines. */
  readonly text?: RegExp
}

/** The first that a name or a beginning fits tells what the file is. */
const foreignFiles: readonly ForeignFile[] = [
  {
    what: 'a Windows event log (EVTX), which is not read yet; convert it: evtx_dump -o jsonl -f events.jsonl FILE',
    named: /\.evtx?$/i,
    bytes: /^(?:456c6646696c6500|.{8}4c664c65)/,
  },
  {
    what: 'a Windows trace (ETL), which is not read; in PowerShell: Get-WinEvent -Oldest -Path FILE | ConvertTo-Json > events.json',
    named: /\.etl$/i,
  },
  {
    what: 'an archive; unpack it first, and name what is in it',
    named: /\.(?:zip|7z|rar|tar|tgz|cab)$/i,
    bytes: /^(?:504b(?:0304|0506|0708)|377abcaf271c|526172211a07|4d534346000000|.{514}7573746172)/,
  },
  {
    what: 'compressed in a way that is not read; unpack it first, or pack it with gzip',
    named: /\.(?:xz|zst|bz2|lz4|br)$/i,
    bytes: /^(?:28b52ffd|fd377a585a00|425a683.314159265359|04224d18)/,
  },
  {
    what: 'packed with gzip under a name without .gz, or packed twice; unpack it first, or add .gz to its name',
    bytes: /^1f8b/,
  },
  {
    what: 'a network capture, which is not read; make events of it first, with Zeek for example, as JSON',
    named: /\.(?:pcap|pcapng|cap)$/i,
    bytes: /^(?:d4c3b2a1|a1b2c3d4|4d3cb2a1|a1b23c4d|0a0d0d0a.{8}(?:1a2b3c4d|4d3c2b1a))/,
  },
  {
    what: 'a table in a binary format, which is not read; export it as JSON lines',
    named: /\.(?:parquet|avro|sqlite|db|xlsx)$/i,
    bytes: /^(?:50415231|4f626a01|53514c69746520666f726d6174203300)/,
  },
  { what: 'UTF-32; save it as UTF-8', bytes: /^(?:fffe0000|0000feff)/ },
  {
    what: 'UTF-16 without a byte order mark; save it as UTF-8',
    bytes: /^(?:(?!00)..00(?!00)..00|00(?!00)..00(?!00)..)/,
  },
  {
    what: 'an HTML page, perhaps what a server answered instead of the events',
    text: /^<(?:!doctype html|html)\b/i,
  },
  { what: 'lines of syslog, which are no JSON; add --input text', text: /^<\d{1,3}>/ },
  {
    what: 'XML, which is not read yet; export the events as JSON, an .evtx with: evtx_dump -o jsonl -f events.jsonl FILE',
    named: /\.xml$/i,
    text: /^<[?!\p{L}]/u,
  },
  {
    what: 'CSV, which is not read yet; in PowerShell: Import-Csv FILE | ConvertTo-Json > events.json',
    named: /\.[ct]sv$/i,
    text: /^(?:"[^"\n]*"|[\p{L}_@#][^",;\t{}[\]:\n]*)(?:[,;\t](?:"[^"\n]*"|[^",;\t{}[\]:\n]*))+\r?(?:\n|$)/u,
  },
]

/** So many bytes tell what a file is. */
export const beginningBytes = 1024

/** Where a line begins like JSON, what stands before it is the smaller part. */
const lineOfJson = /^[ \t]*[{[]/m

/** What a file of this name is, after "is", if it is nothing that can be read; `isText`: any text is asked for. */
export function foreignName(path: string, isText: boolean): string | null {
  return inWords(path, ({ named, text }) => !(isText && text !== undefined) && named?.test(path) === true)
}

/** The same of a file that begins with these bytes: the first {@link beginningBytes}, or all. */
export function foreignContent(beginning: Uint8Array, path: string, isText: boolean): string | null {
  const read = Buffer.from(beginning.subarray(0, beginningBytes))
  const digits = read.toString('hex')
  const binary = inWords(path, ({ bytes }) => bytes?.test(digits) === true)
  if (binary !== null || isText) return binary
  const start = read.toString('utf8')
  return lineOfJson.test(start) ? null : inWords(path, ({ text }) => text?.test(start.trimStart()) === true)
}

function inWords(path: string, isTold: (file: ForeignFile) => boolean): string | null {
  return foreignFiles.find(isTold)?.what.replace('FILE', () => path) ?? null
}
