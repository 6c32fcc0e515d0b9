import { jsonSchemaOf, type WindowsEvent } from '../../catalogue/index.ts'
import { madeEvent } from './made-event.ts'

/** A file under version control that the generators make. */
export interface MadeFile {
  readonly url: URL
  readonly content: unknown
}

/** The snapshot of one event and the JSON Schema of its kind. */
export function madeFiles(event: WindowsEvent): readonly MadeFile[] {
  const schema = jsonSchemaOf(event)
  const title = String(schema.$id).split('/').at(-1) ?? ''
  return [
    {
      url: new URL(`snapshots/event-${event.id}.json`, import.meta.url),
      content: madeEvent(event.id, {}, 'snapshot', 'pinned'),
    },
    {
      url: new URL(`../../catalogue/schemas/${title}`, import.meta.url),
      content: schema,
    },
  ]
}
