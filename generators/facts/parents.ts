import type { Fields } from '../../sigma/index.ts'
import { zeroGuid } from '../values/sysmon-guid.ts'
import type { Violation } from '../violations/violation.ts'
import { type Fact, textOfField } from './fact.ts'

/** How Sysmon writes an Image that it does not know: `?` before Sysmon 11, `-` since. */
export function isUnknownImage(image: string | null): boolean {
  return image === '-' || image === '?'
}

/** What a process creation says of a parent that Sysmon does not know: the number alone may be known. */
export const parentFacts: readonly Fact[] = [
  {
    name: 'unknown-parent',
    events: [1],
    certainty: 'usual',
    source:
      'held in 33 of 33 recorded process creations whose parent is unknown, 19 of them from before Sysmon 11, and in 4,566 of 4,566 others',
    violations: (fields) => {
      const [image, guid] = [textOfField(fields, 'ParentImage'), textOfField(fields, 'ParentProcessGuid')]
      if (image === null || image === '' || guid === null) return []
      const violation = (field: string, message: string): Violation => ({ fact: 'unknown-parent', field, message })
      if (!isUnknownImage(image)) {
        return guid === zeroGuid
          ? [violation('ParentImage', `ParentImage is "${image}" beside a GUID of no process`)]
          : []
      }
      return [
        ...(guid === zeroGuid ? [] : [violation('ParentProcessGuid', `the parent "${image}" has no GUID but zeros`)]),
        ...unlike(fields, 'ParentCommandLine', image).map((message) => violation('ParentCommandLine', message)),
        ...unlike(fields, 'ParentUser', '-').map((message) => violation('ParentUser', message)),
      ]
    },
  },
]

function unlike(fields: Fields, field: string, wanted: string): readonly string[] {
  const text = textOfField(fields, field)
  if (text === null || text === wanted) return []
  return [`${field} is "${text}" beside a parent that Sysmon does not know; it writes "${wanted}"`]
}
