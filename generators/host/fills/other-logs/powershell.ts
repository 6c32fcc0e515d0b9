import type { FieldOf } from '../../../../catalogue/index.ts'
import type { Chance } from '../../../chance.ts'
import type { Filled, Occasion } from '../fill.ts'
import { eventTime } from '../system-block.ts'

/** What somebody types on an ordinary day, with the command that it begins with. */
const commands = [
  { name: 'Get-ChildItem', parameter: 'Path', value: 'C:\\Data' },
  { name: 'Get-Service', parameter: 'Name', value: 'Spooler' },
  { name: 'Get-Content', parameter: 'Path', value: '.\\readme.txt' },
  { name: 'Select-Object', parameter: 'Property', value: 'Name' },
  { name: 'Test-Connection', parameter: 'ComputerName', value: 'intranet' },
] as const

const engine = '5.1.22621.2506'

/** A command of a pipeline (4103): where it ran, and what it was bound to. */
export function filledModule({ given, execution, chance }: Occasion): Filled<FieldOf<4103>> {
  const { name, parameter, value } = chance.helpers.arrayElement(commands)
  const context = [
    ['Severity', 'Informational'],
    ['Host Name', 'ConsoleHost'],
    ['Host Version', engine],
    ['Host ID', randomId(chance)],
    ['Host Application', execution.program.image],
    ['Engine Version', engine],
    ['Runspace ID', randomId(chance)],
    ['Pipeline ID', String(chance.number.int({ min: 2, max: 90 }))],
    ['Command Name', name],
    ['Command Type', 'Cmdlet'],
    ['Script Name', ''],
    ['Command Path', ''],
    ['Sequence Number', String(chance.number.int({ min: 15, max: 900 }))],
    ['User', execution.session.user],
    ['Connected User', ''],
    ['Shell ID', 'Microsoft.PowerShell'],
  ]
  const fields = {
    ContextInfo: context.map(([label, text]) => `        ${label} = ${text}\r\n`).join(''),
    UserData: '',
    Payload: `CommandInvocation(${name}): "${name}"\r\nParameterBinding(${name}): name="${parameter}"; value="${value}"\r\n`,
  }
  return { fields, milliseconds: eventTime(given.UtcTime, null) }
}

/** A block of script (4104), whole in one message. */
export function filledScriptBlock({ given, execution, chance }: Occasion): Filled<FieldOf<4104>> {
  const { name, parameter, value } = chance.helpers.arrayElement(commands)
  const isFile = chance.number.int({ min: 0, max: 1 }) === 1
  const fields = {
    MessageNumber: 1,
    MessageTotal: 1,
    ScriptBlockText: `${name} -${parameter} '${value}'`,
    ScriptBlockId: randomId(chance),
    Path: isFile ? `C:\\Users\\${execution.session.name}\\Documents\\inventory.ps1` : '',
  }
  return { fields, milliseconds: eventTime(given.UtcTime, null) }
}

/** An id as PowerShell writes it: lower case, no braces. */
function randomId(chance: Chance): string {
  return [8, 4, 4, 4, 12].map((length) => chance.string.hexadecimal({ length, casing: 'lower', prefix: '' })).join('-')
}
