import type { WindowsEvent } from '../../catalogue/index.ts'
import type { Fields } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { userNames } from '../facts/accounts.ts'
import { inOwnFields } from '../kinds/category-fields.ts'
import { accountBeside, serviceAccountNamed } from '../values/localized-accounts.ts'
import { fills } from './fills/fills.ts'
import { systemBlock } from './fills/system-block.ts'
import type { Host } from './machine/profile.ts'
import { spelledForRelease } from './machine/release.ts'
import { givenText } from './processes/actor.ts'
import { executionFor, noPreference, type Preference } from './processes/execution.ts'

/**
 * A whole realistic event around the values given, which stand in it as they are: what the catalogue's facts tie to them
 * follows, unless it is given too.
 */
export function filledEvent(
  event: WindowsEvent,
  given: Fields,
  host: Host,
  chance: Chance,
  preference: Preference = noPreference,
): Fields {
  const named = inOwnFields(event, given)
  const execution = executionFor(event.id, named, preference, host, chance)
  const occasion = { event, given: named, execution, host, chance }
  const { fields, milliseconds } = fills[event.id](occasion)
  const spoken = inOneLanguage(fields, named)
  const own = event.fields.map(({ name }) => [name, named[name] ?? spoken[name] ?? null] as const)
  // EventData wins a clash of names (semantics 6.3), and stands where the event has it.
  const system = Object.entries(systemBlock(occasion, milliseconds)).filter(([name]) => !isOwnField(event, name))
  const filled: Fields = { ...Object.fromEntries([...system, ...own]), ...named }
  return spelledForRelease(event, filled, named)
}

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
