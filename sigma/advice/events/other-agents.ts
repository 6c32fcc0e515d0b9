import { type EventId, type FieldName, windowsEventOf } from '../../../catalogue/index.ts'

/** Fields that a described event does not have, and who writes them nevertheless. */
interface OtherAgent {
  readonly fields: RegExp
  /** What writes them: `of Aurora ...`, after `a field`. */
  readonly who: string
  /** What to write for events of Windows and Sysmon; empty where they have nothing like it. */
  readonly instead: string
}

/**
 * Fields that rules are known to use though neither Windows nor Sysmon writes them: found in public rules. A rule with one
 * is written for the agent named, so that it is told of no fault.
 */
const otherAgents: readonly OtherAgent[] = [
  {
    fields: /^GrandParent(?:Image|CommandLine|ProcessId|ProcessGuid|User)$/,
    who: 'of Aurora, which follows the parents of a process',
    instead: '',
  },
  {
    fields: /^(?:Source|Target)(?:Parent)?(?:CommandLine|Image|ProcessId|IntegrityLevel|OriginalFileName)$/,
    who: 'of Aurora, which describes both processes with their parents',
    instead: '',
  },
  {
    fields: /^(?:imphash|md5|sha1|sha256)$/i,
    who: 'of parsers that take the list in Hashes apart',
    instead: "Sysmon writes one text: Hashes|contains: 'IMPHASH=...'.",
  },
  {
    fields: /^LogonType$/,
    who: 'of agents that tell the logon of a process',
    instead: 'Sysmon writes LogonId, TerminalSessionId and IntegrityLevel.',
  },
  {
    fields: /^Parent(?:OfParentImage|IntegrityLevel)$|^FileMagicBytes$/,
    who: 'of pipelines that look it up elsewhere',
    instead: '',
  },
]

/** What Sysmon tells of a process when it starts, and not even when it ends; some agents tell it with all that the process does. */
const ofProcess: ReadonlySet<string> = new Set(namesOf(1).filter((name) => !namesOf(5).includes(name)))

function namesOf(id: EventId): readonly string[] {
  return windowsEventOf(id)?.fields.map(({ name }) => name) ?? []
}

/** What collectors write beside the fields of an event, whatever the event; and what the event itself calls it. */
const ofCollectors: ReadonlyMap<string, FieldName | null> = new Map([
  ...['ComputerName', 'HostName', 'Hostname', 'host'].map((name): [string, FieldName] => [name, 'Computer']),
  ['EventCode', 'EventID'],
  ['LogName', 'Channel'],
  ['SourceName', 'Provider_Name'],
  ['RecordNumber', 'EventRecordID'],
  ...['Message', 'TaskCategory', 'Severity', 'SeverityValue', 'source', 'sourcetype', 'index'].map(
    (name): [string, null] => [name, null],
  ),
])

/** One of these stands in every Sysmon event that a process causes; an event without them is nobody else's either. */
const images: readonly FieldName[] = ['Image', 'SourceImage', 'ImageLoaded']

/** Who writes a field that events with these fields do not have, and what to write instead; null for a field of nobody. */
export function otherAgentOf(field: string, fields: ReadonlySet<string>): Omit<OtherAgent, 'fields'> | null {
  const own = ofCollectors.get(field)
  if (own !== undefined) {
    return {
      who: 'of collectors, as Splunk and NXLog are, which write it beside those of the event',
      instead: own === null ? '' : `Events have ${own}.`,
    }
  }
  if (!images.some((image) => fields.has(image))) return null
  const agent = otherAgents.find((each) => each.fields.test(field))
  if (agent !== undefined) return agent
  if (!ofProcess.has(field)) return null
  return {
    who: 'of agents that describe the process with all that it does, as Aurora and Defender for Endpoint do',
    instead: 'Sysmon tells it when the process starts: event 1, category process_creation.',
  }
}
