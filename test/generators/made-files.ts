import { jsonSchemaOf } from '../../generators/sysmon/json-schema.ts'
import type { Json } from '../../sigma/index.ts'
import { madeEvent } from './made-event.ts'

/** A file under version control that the generators make. */
export interface MadeFile {
  readonly url: URL
  readonly content: Json
}

/** The snapshot of one event and the JSON Schema of its kind. */
export function madeFiles(eventId: number): readonly MadeFile[] {
  const title = String(jsonSchemaOf(eventId).$id).split('/').at(-1) ?? ''
  return [
    {
      url: new URL(`snapshots/event-${eventId}.json`, import.meta.url),
      content: madeEvent(eventId, {}, 'snapshot', 'pinned'),
    },
    {
      url: new URL(`../../generators/schemas/${title}`, import.meta.url),
      content: jsonSchemaOf(eventId),
    },
  ]
}
