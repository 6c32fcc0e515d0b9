import type { Fields } from '../../../sigma/index.ts'
import type { Breach } from '../../facts.ts'
import { isOldProcessTail, parsedGuid, zeroGuid } from '../guid.ts'
import { type Fact, textOfField } from './fact.ts'

const spellings = { old: { absent: '', other: '-' }, new: { absent: '-', other: '' } } as const

/** From Sysmon 11 on a value that is not known is `-`, before it was the empty text; the GUID layout changed with it. */
function absenceBreaches(fields: Fields): readonly Breach[] {
  const guid = textOfField(fields, 'ProcessGuid') ?? ''
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

/** How Sysmon spells what it takes over from elsewhere. */
export const spellingFacts: readonly Fact[] = [
  {
    name: 'absent-spelling',
    events: [1, 3],
    source: "Sysmon's own formatting code, and no exception in 8,586 recorded events",
    breaches: absenceBreaches,
  },
  {
    name: 'percent-doubled',
    events: [1],
    source: "Sysmon's own formatting code, and no exception in 4,599 recorded events",
    breaches: (fields) => {
      const text = textOfField(fields, 'CommandLine')
      if (text === null || !text.replaceAll('%%', '').includes('%')) return []
      return [{ fact: 'percent-doubled', field: 'CommandLine', message: 'Sysmon doubles every % of CommandLine' }]
    },
  },
]
