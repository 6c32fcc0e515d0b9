import type { Fields } from '../../../sigma/index.ts'
import type { Chance } from '../../chance.ts'
import type { Program } from '../../host/programs/installed/program.ts'
import { programs } from '../../host/programs/installed/programs.ts'
import { vendors } from '../../host/programs/installed/vendors.ts'
import { pieceFor } from '../operators/operators.ts'
import type { FieldDemand } from './demands.ts'
import { meets } from './meet-demand.ts'

/** The program of the host that has most of what is wanted of a program's file; null when none has any of it. */
export function programWanted(demands: readonly FieldDemand[], chance: Chance): Program | null {
  const about = demands.filter((demand) => programFields.some((name) => name === demand.field))
  const wanted = about.filter((demand) => demand.must.length > 0)
  if (wanted.length === 0) return commandRunner(demands, about, chance)
  const scored = chance.helpers.shuffle(programs).map((program) => {
    const resource = fileFields(program)
    const isLeftAlone = about.every((demand) => demand.must.length > 0 || meets(demand, resource))
    return { program, score: wanted.filter((demand) => meets(demand, resource)).length + (isLeftAlone ? 0.5 : 0) }
  })
  const best = scored.reduce((first, each) => (each.score > first.score ? each : first))
  return best.score >= 1 ? best.program : stranger(wanted, chance)
}

/** A program that the host does not have, under the file name that its version resource gives. */
function stranger(wanted: readonly FieldDemand[], chance: Chance): Program | null {
  const resource = wanted.find((demand) => demand.field === 'OriginalFileName')
  if (resource === undefined || wanted.some((demand) => demand.field === 'Image')) return null
  const name = resource.must.map(({ test }) => pieceFor(test, 0, chance)?.text ?? '').find((text) => text !== '') ?? ''
  if (!/^[\w .-]+\.exe$/i.test(name)) return null
  const nothing = { description: '', vendor: null, arguments: [''], ports: [] }
  return { ...nothing, image: `C:\\Tools\\${name}`, originalFileName: name, account: 'user', parent: 'cmd.exe' }
}

/** Somebody has to run a command line that names nobody: a shell does. */
function commandRunner(demands: readonly FieldDemand[], about: readonly FieldDemand[], chance: Chance): Program | null {
  if (!demands.some((demand) => demand.field === 'CommandLine' && demand.must.length > 0)) return null
  const shells = programs.filter((program) =>
    ['Cmd.Exe', 'PowerShell.EXE', 'pwsh.dll'].includes(program.originalFileName),
  )
  const allowed = shells.filter((program) => about.every((demand) => meets(demand, fileFields(program))))
  return allowed.length === 0 ? null : chance.helpers.arrayElement(allowed)
}

const programFields = [
  'Image',
  'NewProcessName',
  'OriginalFileName',
  'Description',
  'Product',
  'Company',
  'FileVersion',
] as const

const knownFiles = new Map<Program, Fields>()

function fileFields(program: Program): Fields {
  const fields = knownFiles.get(program) ?? newFileFields(program)
  knownFiles.set(program, fields)
  return fields
}

function newFileFields(program: Program): Fields {
  const resource = program.vendor === null ? null : vendors[program.vendor]
  return {
    Image: program.image,
    NewProcessName: program.image,
    OriginalFileName: program.originalFileName || '-',
    Description: program.description || '-',
    Product: resource?.product ?? '-',
    Company: resource?.company ?? '-',
    FileVersion: resource?.version ?? '-',
  }
}
