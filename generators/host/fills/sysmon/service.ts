import type { FieldOf } from '../../../../catalogue/index.ts'
import { hashesOf } from '../../programs/hashes.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime, spelledTime } from '../system-block.ts'

/** What Sysmon says about itself: a state (4), a configuration (16), an error (255). It names no process. */
export function filledService({ given, chance }: Occasion): Filled<FieldOf<4 | 16 | 255>> {
  const milliseconds = eventTime(given.UtcTime, null)
  const configuration = chance.helpers.arrayElement([
    'C:\\ProgramData\\Sysmon\\sysmonconfig.xml',
    'C:\\Tools\\Sysmon64.exe  -accepteula -i',
  ])
  const sha256 = /SHA256=[0-9A-F]{64}/.exec(hashesOf(configuration, ''))?.[0] ?? ''
  const fields = {
    UtcTime: spelledTime(milliseconds),
    State: 'Started',
    Version: '15.15',
    SchemaVersion: '4.90',
    Configuration: configuration,
    ConfigurationFileHash: sha256,
    ID: chance.helpers.arrayElement(['GetConfigurationOptions', 'DriverCommunication', 'EventLog']),
    Description: 'Failed to open the service configuration - Last error: Access is denied.',
  }
  return { fields, milliseconds }
}
