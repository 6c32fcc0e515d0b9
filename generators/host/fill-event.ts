import { eventTitle, type WindowsEvent } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import { inOwnFields } from '../category-fields.ts'
import type { Chance } from '../chance.ts'
import { RecipeError } from '../recipe-error.ts'
import { accountBeside, serviceAccountNamed } from '../values/localized-accounts.ts'
import { givenText } from './actor.ts'
import { castFor, noWish, type Wish } from './cast.ts'
import { filledProcessAccess, filledRemoteThread } from './fills/access.ts'
import { filledLogCleared } from './fills/eventlog.ts'
import {
  filledClipboard,
  filledExecutable,
  filledFileCreation,
  filledFileDeletion,
  filledFileStream,
  filledFileTimeChange,
  filledRawAccess,
  filledTampering,
  filledTermination,
} from './fills/files.ts'
import type { Fill } from './fills/fill.ts'
import { filledDriverLoad, filledImageLoad } from './fills/images.ts'
import { filledNetworkConnection } from './fills/network-connection.ts'
import { filledModule, filledScriptBlock } from './fills/powershell.ts'
import { filledProcessCreation } from './fills/process-creation.ts'
import { filledRegistry } from './fills/registry.ts'
import { filledRegistryAudit } from './fills/registry-audit.ts'
import { filledCreationAudit, filledLogon } from './fills/security.ts'
import { filledService } from './fills/service.ts'
import { systemBlock } from './fills/system-block.ts'
import { filledDnsQuery, filledPipe } from './fills/talk.ts'
import { filledWmi } from './fills/wmi.ts'
import type { Host } from './profile.ts'
import { spelledForRelease } from './release.ts'

/** How the fields of each event are filled, by its id. */
const fills: Readonly<Record<number, Fill>> = {
  1: filledProcessCreation,
  2: filledFileTimeChange,
  3: filledNetworkConnection,
  4: filledService,
  5: filledTermination,
  6: filledDriverLoad,
  7: filledImageLoad,
  8: filledRemoteThread,
  9: filledRawAccess,
  10: filledProcessAccess,
  11: filledFileCreation,
  12: filledRegistry,
  13: filledRegistry,
  14: filledRegistry,
  15: filledFileStream,
  16: filledService,
  17: filledPipe,
  18: filledPipe,
  19: filledWmi,
  20: filledWmi,
  21: filledWmi,
  22: filledDnsQuery,
  23: filledFileDeletion,
  24: filledClipboard,
  25: filledTampering,
  26: filledFileDeletion,
  27: filledExecutable,
  28: filledFileDeletion,
  29: filledExecutable,
  104: filledLogCleared,
  255: filledService,
  4103: filledModule,
  4104: filledScriptBlock,
  4624: filledLogon,
  4657: filledRegistryAudit,
  4688: filledCreationAudit,
}

/**
 * A whole realistic event around the values given, which stand in it as they are: what the catalogue's facts tie to them
 * follows, unless it is given too. Throws {@link RecipeError} for an event that the catalogue does not have.
 */
export function filledEvent(
  event: WindowsEvent,
  given: Fields,
  host: Host,
  chance: Chance,
  wish: Wish = noWish,
): Fields {
  const fill = fills[event.id]
  if (fill === undefined) throw new RecipeError(`${eventTitle(event)} cannot be made`)
  const named = inOwnFields(event, given)
  const cast = castFor(event.id, named, wish, host, chance)
  const occasion = { event, given: named, cast, host, chance }
  const { fields, milliseconds } = fill(occasion)
  const spoken = inOneLanguage(fields, named)
  const own = event.fields.map(({ name }) => [name, named[name] ?? spoken[name] ?? null] as const)
  // EventData wins a clash of names (semantics 6.3), and stands where the event has it.
  const system = Object.entries(systemBlock(occasion, milliseconds)).filter(([name]) => !isOwnField(event, name))
  const filled: Fields = { ...Object.fromEntries([...system, ...own]), ...named }
  return spelledForRelease(event, filled, named)
}

const userNames = ['User', 'SourceUser', 'TargetUser', 'ParentUser'] as const

/** The fields with service accounts in the language of the Windows that a given one is of. */
function inOneLanguage(fields: Fields, given: Fields): Fields {
  const told = userNames.map((name) => givenText(given, name)).find((user) => serviceAccountNamed(user ?? '') !== null)
  if (typeof told !== 'string') return fields
  const entries = userNames.flatMap((name) => {
    const user = givenText(fields, name)
    return user === null ? [] : [[name, accountBeside(told, user)] as const]
  })
  return { ...fields, ...Object.fromEntries(entries) }
}

function isOwnField(event: WindowsEvent, name: string): boolean {
  return event.fields.some((field) => field.name === name)
}
