/** A block of script. Fields, types and order are those of 510 recorded events. */
export const powershellScriptBlock = {
  log: 'PowerShell',
  id: 4104,
  version: 1,
  level: 5,
  task: 2,
  opcode: 15,
  name: 'PowerShell script block',
  aliases: ['script block logging'],
  feeds: { ps_script: 'all' },
  fields: {
    MessageNumber: ['number', '1'],
    MessageTotal: ['number', '1'],
    ScriptBlockText: ['script', '1'],
    ScriptBlockId: ['text', '1'],
    Path: ['path', '1.1'],
  },
} as const
