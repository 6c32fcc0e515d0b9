import { hash } from 'node:crypto'
import { startOfTime } from '../../chance.ts'
import { formatGuid, hex, swapBytes } from '../../values/sysmon-guid.ts'
import { allSessions, type Host, type Session } from '../machine/profile.ts'
import { commandLineOf } from '../programs/command-line.ts'
import { fileName } from '../programs/find-program.ts'
import type { Program } from '../programs/installed/program.ts'
import { programs } from '../programs/installed/programs.ts'

/** A process that runs on the host. */
export interface Process {
  readonly guid: string
  readonly id: number
  readonly image: string
  /** As its parent wrote it, each percent sign once. */
  readonly commandLine: string
  readonly program: Program
  readonly session: Session
  /** When it started, in seconds since 1970. */
  readonly started: number
}

/**
 * The process that runs a program for somebody. The same host, program and session give the same process, so that the
 * events of one seed agree on who is who; its number, GUID and command line come from nothing else.
 */
export function processOf(host: Host, program: Program, session: Session, before: number): Process {
  const key = [host.machine, host.boot, program.image.toLowerCase(), session.user, session.logonId].join('\n')
  const draws = hash('sha256', key, 'buffer')
  const draw = (index: number, below: number) => draws.readUInt32LE(index * 4) % below
  const sessionBegan = session.terminal === 0 ? host.bootSeconds + 3 : session.logonSeconds
  const latest = Math.floor(startOfTime / 1000) - 90
  const usual = sessionBegan + draw(0, Math.max(1, latest - sessionBegan))
  const started = usual < before ? usual : before - 1 - draw(0, 3_600)
  const id = (250 + draw(1, 3_750)) * 4
  return {
    guid: processGuid(host, started, draw(2, countersPerSecond)),
    id: id === host.sysmonProcessId ? id + 4 : id,
    image: program.image,
    commandLine: commandLineOf(program, (below) => draw(3, below)),
    program,
    session,
    started,
  }
}

/** How far the kernel's process counter moves in a second. */
const countersPerSecond = 64

/** The GUID of a process that started at this second; its counter grows with time, as the kernel's does. */
export function processGuid(host: Host, seconds: number, slot: number): string {
  const counter = BigInt(Math.max(1, seconds - host.bootSeconds) * countersPerSecond + (slot % countersPerSecond))
  return formatGuid({ machine: host.machine, seconds, tail: swapBytes(hex((BigInt(host.boot) << 48n) + counter, 16)) })
}

/** The kernel's own process. */
export function systemProcess(host: Host): { readonly guid: string; readonly id: number } {
  const tail = swapBytes(hex(0x3ebn, 16))
  return { guid: formatGuid({ machine: host.machine, seconds: host.bootSeconds, tail }), id: 4 }
}

/** The process of the host that has this GUID; null when none of its programs has. */
export function processWithGuid(host: Host, guid: string): Process | null {
  const latest = Math.floor(startOfTime / 1000)
  for (const program of programs) {
    for (const session of allSessions(host)) {
      const running = processOf(host, program, session, latest)
      if (running.guid === guid) return running
    }
  }
  return null
}

/** Whether the path is of the program of this file name. */
export function isCalled(image: string, name: string): boolean {
  return fileName(image).toLowerCase() === name.toLowerCase()
}
