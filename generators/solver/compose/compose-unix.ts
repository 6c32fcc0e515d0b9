import type { Chance } from '../../chance.ts'
import type { Piece } from '../operators/definition.ts'
import { joinedPieces } from './pieces.ts'

/** Where the folders of Linux and macOS begin. */
const roots =
  /^\/(?:Applications|Library|System|Users|Volumes|bin|boot|dev|etc|home|lib|lib64|mnt|opt|private|proc|root|run|sbin|srv|sys|tmp|usr|var)(?:\/|$)/

/**
 * A path of Linux or macOS that holds the pieces where they belong, as far as they can be. What begins no known folder lies
 * in one: a program in `/usr/bin`, any other file in somebody's home.
 */
export function composedUnixPath(pieces: readonly Piece[], isProgram: boolean, chance: Chance): string {
  const whole = pieces.find(({ start, end }) => start && end)
  if (whole !== undefined) return whole.text
  const start = pieces.find((piece) => piece.start)?.text ?? ''
  const end = pieces.find((piece) => piece.end)?.text ?? ''
  const inner = pieces.filter((piece) => !piece.start && !piece.end).map(({ text }) => text)
  // Folders first, those that lie at the root before all.
  const depth = (text: string) => (roots.test(text) ? 0 : text.endsWith('/') ? 1 : 2)
  const parts = [...inner.toSorted((one, other) => depth(one) - depth(other)), end].filter((text) => text !== '')
  const first = parts[0] ?? ''
  const folders = isProgram ? programFolders : fileFolders
  const lead = start !== '' ? start : roots.test(first) ? '' : chance.helpers.weightedArrayElement(folders)
  const path = parts.reduce(joined, lead)
  return path.endsWith('/') ? `${path}update` : path
}

const programFolders = [
  { weight: 5, value: '/usr/bin' },
  { weight: 2, value: '/usr/local/bin' },
  { weight: 1, value: '/opt/contoso/bin' },
]
const fileFolders = [
  { weight: 3, value: '/home/anna.keller' },
  { weight: 2, value: '/home/ben.fischer' },
  { weight: 2, value: '/srv/data' },
  { weight: 2, value: '/tmp' },
]

function joined(left: string, right: string): string {
  if (left === '') return right
  if (right.startsWith('/')) return left.endsWith('/') ? left + right.slice(1) : left + right
  if (right.startsWith('.') && /(?:^|\/)[^./]*$/.test(left))
    return left.endsWith('/') ? `${left}update${right}` : left + right
  return left.endsWith('/') || /^[.\d_-]/.test(right) ? left + right : `${left}/${right}`
}

/**
 * A command line of Linux or macOS that calls the program by its name or its path, unless the pieces say how it is called;
 * now and then with something behind it.
 */
export function composedUnixCommand(pieces: readonly Piece[], program: string | null, chance: Chance): string {
  const joinedOnes = joinedPieces(pieces, ' ')
  const isEnded = pieces.some((piece) => piece.end)
  const rest = isEnded ? '' : chance.helpers.weightedArrayElement(trailing)
  const text = (joinedOnes + rest).replaceAll(/ {2,}/g, ' ')
  if (program === null || pieces.some((piece) => piece.start) || namesProgram(text, program)) return text
  const name = chance.number.int({ min: 0, max: 2 }) === 0 ? program : baseName(program)
  return text.startsWith(' ') ? name + text : `${name} ${text}`
}

const trailing = [
  { weight: 6, value: '' },
  { weight: 1, value: ' /srv/data' },
  { weight: 1, value: ' -v' },
  { weight: 1, value: ' 2>/dev/null' },
]

/** Whether a command line names the program at this path. */
export function namesProgram(command: string, program: string): boolean {
  return command.toLowerCase().includes(baseName(program).toLowerCase())
}

/** The last part of a path. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
