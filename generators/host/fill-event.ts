import type { Fields } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { RecipeError } from '../recipe-error.ts'
import { eventTitle, isDescribed, type SysmonEvent, sysmonEvents } from '../sysmon/catalogue.ts'
import { castFor, noWish, type Wish } from './cast.ts'
import { filledNetworkConnection } from './fill-network-connection.ts'
import { filledProcessCreation } from './fill-process-creation.ts'
import { systemBlock } from './fill-system.ts'
import type { Host } from './profile.ts'

/**
 * A whole realistic event around the values given, which stand in it as they are: what the catalogue's facts tie to them
 * follows, unless it is given too. Throws {@link RecipeError} for an event whose fields the catalogue does not have yet.
 */
export function filledEvent(
  event: SysmonEvent,
  given: Fields,
  host: Host,
  chance: Chance,
  wish: Wish = noWish,
): Fields {
  if (!isDescribed(event)) {
    const described = sysmonEvents.filter(isDescribed).map((each) => `${each.id} (${each.name})`)
    throw new RecipeError(`${eventTitle(event)} cannot be made yet; what can: ${described.join(', ')}`)
  }
  const cast = castFor(event.id, given, wish, host, chance)
  const fill = event.id === 1 ? filledProcessCreation : filledNetworkConnection
  const { fields, milliseconds } = fill(given, cast, host, chance)
  return { ...systemBlock(event, milliseconds, host, chance), ...fields, ...given }
}
