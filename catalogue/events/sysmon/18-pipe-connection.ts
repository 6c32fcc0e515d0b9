/** A pipe that was joined: Image and User stand last. */
export const pipeConnection = {
  log: 'Sysmon',
  id: 18,
  version: 1,
  name: 'pipe connection',
  aliases: ['pipe connected'],
  feeds: { pipe_created: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    EventType: ['one-of', '4.21', 'ConnectPipe'],
    UtcTime: ['utc-time', '3.3'],
    ProcessGuid: ['guid', '3.3'],
    ProcessId: ['process-id', '3.3'],
    PipeName: ['pipe-name', '3.3'],
    Image: ['path', '3.3'],
    User: ['account', '4.80'],
  },
} as const
