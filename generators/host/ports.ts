/** Names of well-known ports as the services file of Windows has them; other ports have none. */
const portNames: ReadonlyMap<string, string> = new Map([
  ['tcp/21', 'ftp'],
  ['tcp/22', 'ssh'],
  ['tcp/23', 'telnet'],
  ['tcp/25', 'smtp'],
  ['tcp/53', 'domain'],
  ['udp/53', 'domain'],
  ['tcp/80', 'http'],
  ['tcp/88', 'kerberos'],
  ['udp/123', 'ntp'],
  ['tcp/135', 'epmap'],
  ['udp/137', 'netbios-ns'],
  ['udp/138', 'netbios-dgm'],
  ['tcp/139', 'netbios-ssn'],
  ['tcp/389', 'ldap'],
  ['tcp/443', 'https'],
  ['tcp/445', 'microsoft-ds'],
  ['tcp/3389', 'ms-wbt-server'],
  ['udp/1900', 'ssdp'],
  ['udp/3702', 'ws-discovery'],
  ['udp/5355', 'llmnr'],
])

/** The name of a port, or `-` where it has none. */
export function portName(protocol: string, port: number): string {
  return portNames.get(`${protocol}/${port}`) ?? '-'
}

/** The protocol that traffic to this port usually has. */
export function usualProtocol(port: number): 'tcp' | 'udp' {
  return portNames.has(`udp/${port}`) ? 'udp' : 'tcp'
}
