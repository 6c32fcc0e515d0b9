import { powershellLog } from '../events/powershell.ts'
import { sysmonLog } from '../sysmon-event.ts'

export const sysmonChannel: string = sysmonLog.channel

export const powershellChannels: readonly string[] = [powershellLog.channel, 'PowerShellCore/Operational']

export const defenderChannel = 'Microsoft-Windows-Windows Defender/Operational'

/** The channels or providers as which Sysmon for Linux writes. */
export const linuxSysmon: readonly string[] = ['Linux-Sysmon', 'Linux-Sysmon/Operational']

/** Providers whose channel is not named after them, and where they write. */
export const channelsOfProvider: Readonly<Record<string, readonly string[]>> = {
  'Microsoft-Windows-Security-Auditing': ['Security'],
  'Microsoft-Windows-Eventlog': ['Security', 'System'],
  PowerShell: ['Windows PowerShell'],
  'Service Control Manager': ['System'],
}
