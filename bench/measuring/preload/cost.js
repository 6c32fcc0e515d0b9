// Tells what the process took when it ends, as a line of JSON on descriptor 3: CPU seconds (user and system), and peak memory.
import { writeSync } from 'node:fs'

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, `${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })}\n`)
})
