// The door of whoever reads recorded events.

export { exactJson } from '../formats/json/exact-json.ts'
export { eventCensus } from './event-census.ts'
export { type EventFile, findEventFiles } from './event-files.ts'
export { type EventFault, type ReadEvent, readEvents } from './read-events.ts'
export { type OpenedEvent, openEvents } from './spelling/open-event.ts'
export type { EventSpelling } from './spelling/spelling.ts'
