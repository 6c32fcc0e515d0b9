/** A command of a pipeline. Fields, types and order are those of 207 recorded events. */
export const powershellModule = {
  log: 'PowerShell',
  id: 4103,
  version: 1,
  task: 106,
  opcode: 20,
  name: 'PowerShell module',
  aliases: ['powershell pipeline execution'],
  feeds: { ps_module: 'all' },
  fields: {
    ContextInfo: ['script', '1'],
    UserData: ['text', '1'],
    Payload: ['script', '1'],
  },
} as const
