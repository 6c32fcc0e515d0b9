import type { Chance } from '../../chance.ts'

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

/** Where connections mostly go; the order is about that of how often recorded ones do. */
const destinations = [
  443, 80, 445, 53, 389, 135, 88, 5985, 8443, 8080, 3389, 123, 5355, 22, 25, 139, 21, 9389, 8000,
] as const

/**
 * Ports in the order in which to try them: for a destination the well-known ones, for a source those that Windows hands
 * out; then some at random, then every other. Port 0 is none: of 3,987 recorded connections not one has it.
 */
export function* portsToTry(isSource: boolean, chance: Chance): Generator<number, void> {
  const some = (min: number, max: number) => Array.from({ length: 24 }, () => chance.number.int({ min, max }))
  if (!isSource) yield* [...chance.helpers.shuffle(destinations.slice(0, 6)), ...destinations.slice(6)]
  else yield* some(49_152, 65_535)
  yield* some(1_024, 49_151)
  for (let port = 1; port <= 65_535; port += 1) yield port
  yield 0
}
