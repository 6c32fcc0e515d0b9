// The door of whoever names the formats of recorded events; their readers are loaded when a file is read.
export { type EventFormat, eventFormatRows, eventFormats, type FormatOfEvents } from './event-formats.ts'
export type { FileRecord, RecordReader } from './record-reader.ts'
