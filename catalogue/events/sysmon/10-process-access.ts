/** A process that was opened by another. */
export const processAccess = {
  log: 'Sysmon',
  id: 10,
  version: 3,
  name: 'process access',
  aliases: ['process accessed'],
  feeds: { process_access: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '3.10'],
    SourceProcessGUID: ['guid', '3.10'],
    SourceProcessId: ['process-id', '3.10'],
    SourceThreadId: ['thread-id', '3.10'],
    SourceImage: ['path', '3.10'],
    TargetProcessGUID: ['guid', '3.10'],
    TargetProcessId: ['process-id', '3.10'],
    TargetImage: ['path', '3.10'],
    GrantedAccess: ['access-mask', '3.10'],
    CallTrace: ['call-trace', '3.10'],
    SourceUser: ['account', '4.80'],
    TargetUser: ['account', '4.80'],
  },
} as const
