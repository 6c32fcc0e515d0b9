import { powershellEvents } from './events/powershell.ts'
import type { SysmonField } from './field.ts'

/** An event of which the fields are known, though it is not made. */
export interface NamedEvent {
  readonly id: number
  /** How messages call it. */
  readonly title: string
  readonly channel: string
  readonly fields: readonly SysmonField[]
}

/** The events of PowerShell 7, whose manifest has the templates of Windows PowerShell. */
export const namedEvents: readonly NamedEvent[] = powershellEvents.map(({ id, name, fields }) => ({
  id,
  title: `PowerShell 7 event ${id} (${name})`,
  channel: 'PowerShellCore/Operational',
  fields,
}))
