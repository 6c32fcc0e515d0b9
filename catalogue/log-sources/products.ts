/** The names that rules of a product use. */
export interface KnownSources {
  readonly categories: readonly string[]
  readonly services: readonly string[]
}

/**
 * Log sources of other products that rules are known to name. They say nothing about events; a rule that names something
 * else gets a warning.
 */
export const otherProducts: Readonly<Record<string, KnownSources>> = {
  aws: { categories: [], services: ['cloudtrail'] },
  azure: { categories: [], services: ['activitylogs', 'auditlogs', 'pim', 'riskdetection', 'signinlogs'] },
  bitbucket: { categories: [], services: ['audit'] },
  cisco: { categories: [], services: ['aaa', 'bgp', 'duo', 'ldp', 'syslog'] },
  django: { categories: ['application'], services: [] },
  fortigate: { categories: [], services: ['event'] },
  fortios: { categories: [], services: ['sslvpnd'] },
  gcp: { categories: [], services: ['gcp.audit', 'google_workspace.admin', 'google_workspace.login'] },
  github: { categories: [], services: ['audit'] },
  huawei: { categories: [], services: ['bgp'] },
  juniper: { categories: [], services: ['bgp'] },
  jvm: { categories: ['application'], services: [] },
  kubernetes: { categories: ['application'], services: ['audit'] },
  linux: {
    categories: ['process_creation', 'network_connection', 'file_event'],
    services: ['auditd', 'auth', 'clamav', 'cron', 'guacamole', 'sshd', 'sudo', 'syslog', 'vsftpd', 'sysmon'],
  },
  m365: { categories: [], services: ['audit', 'exchange', 'threat_detection', 'threat_management'] },
  macos: { categories: ['process_creation', 'file_event'], services: [] },
  modsecurity: { categories: [], services: [] },
  nodejs: { categories: ['application'], services: [] },
  okta: { categories: [], services: ['okta'] },
  onelogin: { categories: [], services: ['onelogin.events'] },
  opencanary: { categories: ['application'], services: [] },
  paloalto: { categories: ['appliance', 'file_event'], services: ['globalprotect'] },
  python: { categories: ['application'], services: [] },
  qualys: { categories: [], services: [] },
  rpc_firewall: { categories: ['application'], services: [] },
  ruby_on_rails: { categories: ['application'], services: [] },
  spring: { categories: ['application'], services: [] },
  sql: { categories: ['application'], services: [] },
  velocity: { categories: ['application'], services: [] },
  zeek: { categories: [], services: ['dce_rpc', 'dns', 'http', 'kerberos', 'rdp', 'smb_files', 'x509'] },
}

/** Products that write into an event log of Windows, by the channel or provider they write as. */
export const windowsLogOf: Readonly<Record<string, string>> = { rpc_firewall: 'rpcfw' }

/** What a rule may name without a product. */
export const productless: KnownSources = {
  categories: [
    'antivirus',
    'application',
    'authentication',
    'database',
    'dns',
    'firewall',
    'network',
    'proxy',
    'webserver',
  ],
  services: ['apache', 'connection', 'dns', 'netflow', 'nginx'],
}
