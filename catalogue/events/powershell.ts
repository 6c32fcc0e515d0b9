import { number, path, script, text } from '../describe-field.ts'
import type { EventLog, WindowsEvent } from '../windows-event.ts'

/** The log of Windows PowerShell. */
export const powershellLog: EventLog = {
  name: 'PowerShell',
  provider: 'Microsoft-Windows-PowerShell',
  providerGuid: 'A0C1853B-5C40-4B15-8766-3CF1C58F985A',
  channel: 'Microsoft-Windows-PowerShell/Operational',
}

const logged = {
  log: powershellLog,
  version: 1,
  earlierVersions: [],
  keywords: '0x0',
  categoryNames: {},
  composed: [],
  userData: null,
} as const

/**
 * PowerShell events of the catalogue. `since` 1.1 stands for what early builds leave out. Fields, types and order are
 * those of recorded events (207 of 4103, 510 of 4104); that those of every build are there is all that is known to hold
 * *always*.
 */
export const powershellEvents: readonly WindowsEvent[] = [
  {
    ...logged,
    id: 4103,
    name: 'PowerShell module',
    aliases: ['powershell pipeline execution'],
    categories: ['ps_module'],
    level: 4,
    task: 106,
    opcode: 20,
    fields: [script('ContextInfo', '1'), text('UserData', '1'), script('Payload', '1')],
  },
  {
    ...logged,
    id: 4104,
    name: 'PowerShell script block',
    aliases: ['script block logging'],
    categories: ['ps_script'],
    level: 5,
    task: 2,
    opcode: 15,
    fields: [
      number('MessageNumber', '1'),
      number('MessageTotal', '1'),
      script('ScriptBlockText', '1'),
      text('ScriptBlockId', '1'),
      path('Path', '1.1'),
    ],
  },
]
