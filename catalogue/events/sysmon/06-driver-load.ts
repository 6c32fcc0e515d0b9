/** A driver that was loaded: by the kernel, so that no process and no user is named. */
export const driverLoad = {
  log: 'Sysmon',
  id: 6,
  version: 4,
  earlierVersions: [3],
  name: 'driver load',
  aliases: ['driver loaded'],
  feeds: { driver_load: 'all' },
  fields: {
    RuleName: ['text', '4.1'],
    UtcTime: ['utc-time', '2.0'],
    ImageLoaded: ['path', '2.0'],
    Hashes: ['hashes', '2.0'],
    Signed: ['often', '2.0', 'true', 'false'],
    Signature: ['text', '2.0'],
    SignatureStatus: ['often', '3.2', 'Valid', 'Unavailable', 'Expired', 'Revoked'],
  },
} as const
