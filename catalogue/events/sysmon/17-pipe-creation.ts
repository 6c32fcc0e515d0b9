/** A pipe that was made: Image and User stand last. */
export const pipeCreation = {
  log: 'Sysmon',
  id: 17,
  version: 1,
  name: 'pipe creation',
  aliases: ['pipe created'],
  feeds: { pipe_created: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['one-of', '4.21', 'CreatePipe'],
    UtcTime: ['utc-time', '3.3'],
    ProcessGuid: ['guid', '3.3'],
    ProcessId: ['process-id', '3.3'],
    PipeName: ['pipe-name', '3.3'],
    Image: ['path', '3.3'],
    User: ['account', '4.80'],
  },
} as const
