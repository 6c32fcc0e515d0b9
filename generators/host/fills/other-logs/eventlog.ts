import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime } from '../system-block.ts'

/** A log that somebody cleared (104), as the System log has it. */
export function filledLogCleared({ given, execution, host, chance }: Occasion): Filled<FieldOf<104>> {
  const session = execution.session.terminal === 0 ? (host.people[0] ?? execution.session) : execution.session
  const [domain = '', name = ''] = session.user.split('\\')
  const fields = {
    SubjectUserName: name,
    SubjectDomainName: domain,
    Channel: chance.helpers.arrayElement(['Application', 'System', 'Setup', 'Windows PowerShell']),
    BackupPath: '',
  }
  return { fields, milliseconds: eventTime(given.UtcTime, null) }
}
