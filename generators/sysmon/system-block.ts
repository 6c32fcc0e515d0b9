import { sysmonLog } from './sysmon-event.ts'

/** The provider's name in every Sysmon event. */
export const sysmonProvider: string = sysmonLog.provider

/** The channel of every Sysmon event. */
export const sysmonChannel: string = sysmonLog.channel
