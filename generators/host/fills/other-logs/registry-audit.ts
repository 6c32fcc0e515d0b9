import type { FieldOf } from '../../../../catalogue/index.ts'
import { registryParts } from '../../../kinds/category-fields.ts'
import { registryValues, spelledPath } from '../../machine/registry-values.ts'
import { processOf } from '../../processes/process.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime } from '../system-block.ts'
import { hexNumber, subjectOf } from './security.ts'

/** What the audit calls the types of registry values. */
const types = { none: '-', text: '%%1873', number: '%%1876' } as const

/** A value of the registry that came, changed or went (4657), by the kernel's name of its key. */
export function filledRegistryAudit({ given, execution, host, chance }: Occasion): Filled<FieldOf<4657>> {
  const milliseconds = eventTime(given.UtcTime, null)
  const ordinary = registryValues.filter(({ kind }) => kind === 'text' || kind === 'dword')
  const { path, kind, text } = chance.helpers.arrayElement(ordinary)
  const operation = given.OperationType ?? '%%1905'
  const value = kind === 'text' ? text : String(chance.number.int({ min: 0, max: 40 }))
  const type = kind === 'text' ? types.text : types.number
  const isNew = operation === '%%1904'
  const isGone = operation === '%%1906'
  const seconds = Math.floor(milliseconds / 1000)
  const fields = {
    ...subjectOf(execution.session, host),
    ...registryParts(spelledPath(path, execution.session, chance)),
    HandleId: hexNumber(chance.number.int({ min: 20, max: 600 }) * 4),
    OperationType: operation,
    OldValueType: isNew ? types.none : type,
    OldValue: isNew ? '-' : value,
    NewValueType: isGone ? types.none : type,
    NewValue: isGone ? '-' : value,
    ProcessId: hexNumber(processOf(host, execution.program, execution.session, seconds).id),
    ProcessName: execution.program.image,
  }
  return { fields, milliseconds }
}
