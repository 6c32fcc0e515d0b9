import { isOldProcessTail, parsedGuid } from '../values/sysmon-guid.ts'
import { type Fact, textOfField } from './fact.ts'

/** The hive of a user, or the one of the types that he registered. */
const hive = /^HKU\\(?:S-1(?:-\d+)+(?:_Classes)?|\.DEFAULT)(?:\\|$)/i

/** What holds of registry paths beside their spelling. */
export const registryFacts: readonly Fact[] = [
  {
    name: 'registry-root',
    events: [12, 13, 14],
    certainty: 'usual',
    source: 'held in 10,405 of 10,405 recorded events from Sysmon 11 on; before, 32 of 556 had the name of the kernel',
    violations: (fields) => {
      const guid = parsedGuid(textOfField(fields, 'ProcessGuid') ?? '')
      if (guid !== null && isOldProcessTail(guid.tail)) return []
      return (['TargetObject', 'NewName'] as const).flatMap((field) => {
        const path = textOfField(fields, field) ?? ''
        const root = /^\\REGISTRY\\(MACHINE|USER)(?=\\|$)/i.exec(path)?.[1]
        if (root === undefined) return []
        const usual = root.toUpperCase() === 'USER' ? 'HKU' : 'HKLM'
        const message = `${field} begins as the kernel names it; Sysmon writes ${usual}`
        return [{ fact: 'registry-root', field, message }]
      })
    },
  },
  {
    name: 'user-hive',
    events: [12, 13, 14],
    certainty: 'usual',
    source: 'held in 4,510 of 4,510 recorded paths below HKU, 172 of them from before Sysmon 11',
    violations: (fields) =>
      (['TargetObject', 'NewName'] as const).flatMap((field) => {
        const path = textOfField(fields, field)
        if (path === null || !/^HKU(?:\\|$)/.test(path) || hive.test(path)) return []
        const isOfUser = /^HKU\\(?:S-1-|\.DEFAULT)/.test(path)
        const message = isOfUser
          ? `${field} lies in a hive of no user: one is called by the SID, or by the SID and _Classes`
          : `${field} lies below HKU without the SID of a user`
        return [{ fact: 'user-hive', field, message }]
      }),
  },
]
