import type { RecordReader } from './record-reader.ts'

/** How a file's events are written. */
export type EventFormat = 'json' | 'text'

/** What there is to know of a format. */
export interface FormatOfEvents {
  /** What a file of it holds, without a full stop. */
  readonly description: string
  /** How such files end, `.gz` aside. */
  readonly extensions: readonly string[]
  /** Whether any text is one: then no file is refused for being a text of another kind. */
  readonly takesAnyText: boolean
  /** Loaded when the first file of the format is read. */
  readonly reader: () => Promise<RecordReader>
}

/** Every format that is read. What `--input` takes, its help and what is found below a folder come of it. */
export const eventFormats: Readonly<Record<EventFormat, FormatOfEvents>> = {
  json: {
    description: 'one object, a list, or objects one after another over any number of lines',
    extensions: ['.json', '.jsonl', '.ndjson'],
    takesAnyText: false,
    reader: async () => (await import('./text-readers.ts')).jsonReader,
  },
  text: {
    description: 'plain text, an event a line',
    extensions: ['.log', '.txt', '.raw'],
    takesAnyText: true,
    reader: async () => (await import('./text-readers.ts')).lineReader,
  },
}

/** The formats by their names, as options and help tell them. */
export function eventFormatRows(): readonly (readonly [name: EventFormat, format: FormatOfEvents])[] {
  return Object.entries(eventFormats) as [EventFormat, FormatOfEvents][]
}

const byExtension: ReadonlyMap<string, EventFormat> = new Map(
  eventFormatRows().flatMap(([name, { extensions }]) => extensions.map((extension) => [extension, name] as const)),
)

/** How every file ends that can be found below a folder. */
export const eventExtensions: readonly string[] = [
  ...byExtension.keys(),
  ...[...byExtension.keys()].map((extension) => `${extension}.gz`),
]

/** The format that a file's name tells, `.gz` taken away; JSON where it tells none. */
export function formatNamed(path: string): EventFormat {
  return byExtension.get(/\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '') ?? 'json'
}
