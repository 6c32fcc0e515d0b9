import type { Violation } from '../violations/violation.ts'
import { type Fact, textOfField } from './fact.ts'

/** The fields that repeat the version resource of a file; the version first, without which there is no resource. */
export const resourceFields = ['FileVersion', 'Description', 'Product', 'Company', 'OriginalFileName'] as const

/** How Sysmon writes that a file has no version resource: `-`, and before Sysmon 11 `?`. */
export function isNoResource(text: string | null): boolean {
  return text === '-' || text === '?'
}

/** What the fields of a version resource have to do with each other. */
export const resourceFacts: readonly Fact[] = [
  {
    name: 'version-resource',
    events: [1, 7],
    certainty: 'usual',
    source:
      'held in 353 of 353 recorded events of a file without a resource, 219 of them from before Sysmon 11, and in 9,886 of 9,886 others',
    violations: (fields) => {
      const violation = (field: string, message: string): Violation => ({ fact: 'version-resource', field, message })
      const said = resourceFields.map((field) => ({ field, text: textOfField(fields, field) }))
      const version = textOfField(fields, 'FileVersion')
      if (version !== null && isNoResource(version)) {
        return said
          .filter(({ text }) => text !== null && text !== version)
          .map(({ field, text }) =>
            violation(field, `${field} is "${text}" beside FileVersion "${version}": no resource`),
          )
      }
      // Some resources leave a field out, and the Sysmon that says so with one mark does not know the other.
      const marks = said.filter(({ text }) => isNoResource(text))
      const other = marks.find(({ text }) => text !== marks[0]?.text)
      if (other === undefined) return []
      return [violation(other.field, `${other.field} is "${other.text}" beside ${marks[0]?.field} "${marks[0]?.text}"`)]
    },
  },
]
