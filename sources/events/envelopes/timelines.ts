import type { Envelope } from './envelope.ts'
import { has } from './paths.ts'

/** Results and tables of other sensors: told as what they are, because their fields are no event's. */
export const foreignTables: readonly Envelope[] = [
  {
    name: "hayabusa's timeline",
    open: (json) => {
      if (!has(json, 'RuleTitle') || !(has(json, 'Details') || has(json, 'AllFieldInfo'))) return null
      return {
        kind: 'foreign',
        what: "hayabusa's timeline",
        instead: 'the .evtx files it was made of, by evtx_dump -o jsonl',
      }
    },
  },
  {
    name: "Defender's tables",
    open: (json) => {
      const isOfDevice = has(json, 'DeviceName') || Object.keys(json).some((key) => key.startsWith('InitiatingProcess'))
      if (!has(json, 'ActionType') || !isOfDevice) return null
      return {
        kind: 'foreign',
        what: "a table of Defender's advanced hunting",
        instead: 'Sysmon or Security events of the host, or a rule converted to KQL',
      }
    },
  },
  {
    name: "EvtxECmd's timeline",
    open: (json) => {
      if (!has(json, 'EventId', 'Channel', 'MapDescription') || has(json, 'Payload')) return null
      return { kind: 'foreign', what: "EvtxECmd's timeline", instead: 'its JSON with Payload (EvtxECmd --json)' }
    },
  },
]
