import { fluentBit, getWinEvent, nxlog, openTelemetry } from './collectors.ts'
import type { Envelope } from './envelope.ts'
import { evtxECmd, osquery } from './exports.ts'
import { flat } from './flat.ts'
import { listAnswer } from './lists.ts'
import { nested } from './nested.ts'
import { sentinel, splunk } from './siem.ts'
import { foreignTables } from './timelines.ts'
import { wazuh } from './wazuh.ts'
import { winlogbeat } from './winlogbeat.ts'
import { wrapper } from './wrappers.ts'

/** Every way in which exporters spell events (semantics 6.6), in the order in which they are tried. */
export const envelopes: readonly Envelope[] = [
  listAnswer,
  ...foreignTables,
  osquery,
  evtxECmd,
  wrapper,
  nested,
  winlogbeat,
  wazuh,
  splunk,
  fluentBit,
  openTelemetry,
  nxlog,
  getWinEvent,
  sentinel,
  flat,
]
