/** A name that was looked up. */
export const dnsQuery = {
  log: 'Sysmon',
  id: 22,
  version: 5,
  name: 'DNS query',
  aliases: [],
  feeds: { dns_query: 'all' },
  fields: {
    RuleName: ['text', '4.21'],
    UtcTime: ['utc-time', '4.21'],
    ProcessGuid: ['guid', '4.21'],
    ProcessId: ['process-id', '4.21'],
    QueryName: ['host-name', '4.21'],
    QueryStatus: ['often', '4.21', '0', '9003', '9501', '9502', '9701', '1460'],
    QueryResults: ['dns-results', '4.21'],
    Image: ['path', '4.21'],
    User: ['account', '4.80'],
  },
} as const
