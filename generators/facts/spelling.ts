import { type FieldOf, sysmonEvents } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { isOldProcessTail, parsedGuid, zeroGuid } from '../values/sysmon-guid.ts'
import type { Violation } from '../violations/violation.ts'
import { type Fact, textOfField } from './fact.ts'

const spellings = { old: { absent: '', other: '-' }, new: { absent: '-', other: '' } } as const

/** The names under which events have the GUID of the process that acts. */
const processGuids = ['ProcessGuid', 'SourceProcessGuid', 'SourceProcessGUID'] as const

/** From Sysmon 11 on a value that is not known is `-`, before it was the empty text; the GUID layout changed with it. */
function absenceViolations(fields: Fields): readonly Violation[] {
  const guid = processGuids.map((name) => textOfField(fields, name)).find((text) => text !== null) ?? ''
  const parsed = parsedGuid(guid)
  if (parsed === null || guid === zeroGuid) return []
  const spelling = spellings[isOldProcessTail(parsed.tail) ? 'old' : 'new']
  return Object.keys(fields)
    .filter((field) => fields[field] === spelling.other)
    .map((field) => ({
      fact: 'absent-spelling',
      field,
      message: `${field} is "${spelling.other}"; the Sysmon with this GUID layout writes "${spelling.absent}" for what it does not know`,
    }))
}

/** Where Sysmon doubles percent signs. */
export const doubled: readonly FieldOf<1 | 13>[] = ['CommandLine', 'Details']

/** How Sysmon spells what it takes over from elsewhere. */
export const spellingFacts: readonly Fact[] = [
  {
    name: 'absent-spelling',
    events: sysmonEvents
      .filter((event) => event.fields.some((field) => processGuids.some((name) => name === field.name)))
      .map((event) => event.id),
    certainty: 'always',
    source: "Sysmon's own formatting code, and no exception in 49,000 recorded events",
    violations: absenceViolations,
  },
  {
    name: 'percent-doubled',
    events: [1, 13],
    certainty: 'always',
    source: "Sysmon's own formatting code, and no exception in 10,771 recorded events",
    violations: (fields) =>
      doubled.flatMap((field) => {
        const text = textOfField(fields, field)
        if (text === null || !text.replaceAll('%%', '').includes('%')) return []
        return [{ fact: 'percent-doubled', field, message: `Sysmon doubles every % of ${field}` }]
      }),
  },
]
