/** Rules of a temporary project: two that feed correlations, and correlations of several types over them. */
export const correlationRules: Readonly<Record<string, string>> = {
  'rules/failed_logon.yml': `title: Failed logon
id: 5a3f0d0e-6f0c-4a39-8d0f-6d6a3d2f7a11
name: failed_logon
author: Ada Example
logsource: { product: windows, service: security }
detection:
  selection:
    EventID: 4625
  condition: selection
`,
  'rules/shell.yml': `title: Shell started
name: shell
logsource: { product: windows, category: process_creation }
detection:
  selection:
    Image|endswith: '\\cmd.exe'
  condition: selection
`,
  'rules/connection.yml': `title: Shell connects
name: connection
logsource: { product: windows, category: network_connection }
detection:
  selection:
    Image|endswith: '\\cmd.exe'
    Initiated: 'true'
  condition: selection
`,
  'rules/brute_force.yml': `title: Brute force
name: brute_force
author: Ben Example
correlation:
  type: event_count
  rules: failed_logon
  group-by: TargetUserName
  timespan: 10m
  condition:
    gte: 5
`,
  'rules/shell_talks.yml': `title: Shell talks
correlation:
  type: temporal_ordered
  rules: [shell, connection]
  group-by: User
  timespan: 1m
`,
  'rules/many_ports.yml': `title: Many ports
correlation:
  type: value_count
  rules: connection
  group-by: [Computer, User]
  timespan: 5m
  condition:
    field: DestinationPort
    gte: 3
`,
  'rules/address_again.yml': `title: Address again
correlation:
  type: temporal
  rules: [failed_logon, connection]
  aliases:
    address:
      failed_logon: IpAddress
      connection: DestinationIp
  group-by: address
  timespan: 1h
  generate: true
`,
}
