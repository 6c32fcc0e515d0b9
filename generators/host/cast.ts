import type { Fields } from '../../sigma/index.ts'
import type { Chance } from '../chance.ts'
import { serviceAccountNamed } from '../values/localized-accounts.ts'
import { everydayPrograms, programAt } from './find-program.ts'
import { type Host, type Session, serviceSession } from './profile.ts'
import { type Program, programs } from './programs.ts'

/** Who acts in an event: a program, on behalf of somebody, over one family of addresses. */
export interface Cast {
  readonly program: Program
  readonly session: Session
  readonly family: 'ipv4' | 'ipv6'
}

/** What the caller of {@link castFor} would like; null leaves it to chance. */
export interface Wish {
  readonly program: Program | null
  readonly family: 'ipv4' | 'ipv6'
}

/** No particular wish. */
export const noWish: Wish = { program: null, family: 'ipv4' }

/** Chooses who acts, so that it agrees with what is given: Image, OriginalFileName, DestinationPort, User. */
export function castFor(eventId: number, given: Fields, wish: Wish, host: Host, chance: Chance): Cast {
  const program = programFor(eventId, given, wish, chance)
  return { program, session: sessionFor(given, program, host, chance), family: wish.family }
}

function programFor(eventId: number, given: Fields, wish: Wish, chance: Chance): Program {
  // Drawn first and always, so that what is given does not shift the values drawn after it.
  const ordinary = everydayPrograms.filter((each) => eventId !== 3 || each.ports.length > 0)
  const anyProgram = chance.helpers.arrayElement(ordinary)
  const roll = chance.number.int({ min: 0, max: 999_983 })
  const image = given.Image
  if (typeof image === 'string') return at(image)
  if (wish.program !== null) return wish.program
  const resource = given.OriginalFileName
  const named = programs.find((each) => typeof resource === 'string' && sameText(each.originalFileName, resource))
  if (named !== undefined) return named
  const port = given.DestinationPort
  const connecting = programs.filter((each) => typeof port === 'number' && each.ports.includes(port))
  return connecting[roll % Math.max(1, connecting.length)] ?? anyProgram
}

/** The program at a path; a stranger has no version resource. */
function at(image: string): Program {
  const known = programAt(image)
  if (known !== null) return { ...known, image }
  const nothing = { description: '', originalFileName: '', vendor: null, arguments: [''], ports: [443] }
  return { image, ...nothing, account: 'user', parent: 'explorer.exe' }
}

function sessionFor(given: Fields, program: Program, host: Host, chance: Chance): Session {
  const somebody = chance.helpers.arrayElement(host.people)
  const user = given.User
  if (typeof user === 'string') {
    const account = serviceAccountNamed(user)
    if (account !== null) return serviceSession(host, account, user)
    const known = host.people.find((person) => person.user === user)
    return known ?? { ...somebody, user, name: user.slice(user.lastIndexOf('\\') + 1) }
  }
  return program.account === 'user' ? somebody : serviceSession(host, program.account)
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
