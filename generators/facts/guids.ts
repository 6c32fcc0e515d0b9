import { logonTail, oldLogonTail, parsedGuid } from '../values/sysmon-guid.ts'
import { type Fact, textOfField } from './fact.ts'

const held = 'held in 4,973 of 4,973 recorded process creations of both GUID layouts (before and from Sysmon 11)'

/** The whole seconds since 1970 of a Sysmon time; null when the text is none. */
export function secondsOf(utcTime: string): number | null {
  const milliseconds = Date.parse(`${utcTime.replace(' ', 'T')}Z`)
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

/** What the GUIDs of a new process repeat of its other fields. */
export const guidFacts: readonly Fact[] = [
  {
    name: 'guid-seconds',
    events: [1],
    certainty: 'always',
    source: held,
    violations: (fields) => {
      const guid = parsedGuid(textOfField(fields, 'ProcessGuid') ?? '')
      const utcTime = textOfField(fields, 'UtcTime')
      const seconds = secondsOf(utcTime ?? '')
      if (guid === null || seconds === null || guid.seconds === seconds) return []
      const message = `the time inside ProcessGuid is not the second of UtcTime ${utcTime}`
      return [{ fact: 'guid-seconds', field: 'ProcessGuid', message }]
    },
  },
  {
    name: 'logon-guid',
    events: [1],
    certainty: 'always',
    source: held,
    violations: (fields) => {
      const guid = parsedGuid(textOfField(fields, 'LogonGuid') ?? '')
      const logonId = textOfField(fields, 'LogonId') ?? ''
      const tail = logonTail(logonId)
      if (guid === null || tail === null || guid.tail === tail || guid.tail === oldLogonTail(logonId)) return []
      const message = `the last bytes of LogonGuid do not repeat LogonId ${logonId}`
      return [{ fact: 'logon-guid', field: 'LogonGuid', message }]
    },
  },
]
